package dev.bellwether.local.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The records of a CSV text, one after the other. */
final class CsvRecords {

    private final BufferedReader in;
    private final String file;
    private long line;

    CsvRecords(BufferedReader in, String file) {
        this.in = in;
        this.file = file;
    }

    /** How many lines have been read so far. */
    long line() {
        return line;
    }

    /** The values of the next record that is not blank; empty at the end. */
    List<String> next() throws IOException, UnreadableData {
        String text = in.readLine();
        while (text != null && text.isBlank()) {
            line++;
            text = in.readLine();
        }
        if (text == null) {
            return List.of();
        }
        line++;
        return text.indexOf('"') < 0 ? List.of(text.split(",", -1)) : quoted(text);
    }

    private List<String> quoted(String first) throws IOException, UnreadableData {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean inside = false;
        String text = first;
        while (true) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' && inside && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    value.append('"');
                    i++;
                } else if (c == '"') {
                    inside = !inside;
                } else if (c == ',' && !inside) {
                    values.add(value.toString());
                    value.setLength(0);
                } else {
                    value.append(c);
                }
            }
            if (!inside) {
                values.add(value.toString());
                return values;
            }
            text = continued();
            value.append('\n');
        }
    }

    private String continued() throws IOException, UnreadableData {
        long opened = line;
        String text = in.readLine();
        line++;
        if (text == null) {
            throw new UnreadableData(file + " line " + opened + ": a quote is opened and never closed");
        }
        return text;
    }
}

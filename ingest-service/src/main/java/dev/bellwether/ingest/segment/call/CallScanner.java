package dev.bellwether.ingest.segment.call;

import dev.bellwether.contracts.PlainJson;
import dev.bellwether.ingest.segment.call.Names.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The short way through a body, at a third of what a parser costs, for it makes texts only of what is wanted. It never
 * judges: where anything is unusual (an escape in a wanted text, traits, an object where a text belongs) it says so, and
 * {@link CallReader} begins anew.
 */
final class CallScanner {

    /** In a value of so many bytes no name is too long for the parser. */
    private static final int LONGEST = 50_000;

    private final PlainJson json = new PlainJson();
    private final CallNames names;
    private @Nullable List<RawCall> batch;

    CallScanner(byte[] body, CallNames names) {
        this.names = names;
        json.begin(body);
    }

    /** What the reader would have read, or null where anything is unusual. To be called once. */
    @Nullable
    Payload scan() {
        RawCall whole = json.next() == '{' ? call(names.body()) : null;
        return whole != null && json.next() == PlainJson.END && json.isUtf8() ? new Payload(whole, batch) : null;
    }

    /** A call whose brace was the last byte. */
    private @Nullable RawCall call(Names known) {
        int start = json.at() - 1;
        Draft draft = new Draft();
        return object(known, draft) ? draft.call(start, json.at()) : null;
    }

    private boolean object(Names known, Draft draft) {
        int next = json.next();
        if (next == '}') {
            return true;
        }
        while (next == '"' && json.text() && json.isLiteral() && json.length() < LONGEST) {
            Value value = known.of(json);
            if (json.next() != ':' || !value(value, json.next(), draft)) {
                return false;
            }
            next = json.next();
            if (next != ',') {
                return next == '}';
            }
            next = json.next();
        }
        return false;
    }

    private boolean value(Value value, int first, Draft draft) {
        return switch (value) {
            case Value.Other() -> skip(first);
            case Value.Plain(Field field) -> first == 'n' ? skip(first) : plain(field, first, draft);
            case Value.Inner(Names inner) -> first == '{' ? object(inner, draft) : skip(first);
            case Value.Calls() -> first == '[' ? calls() : skip(first);
            case Value.Intricate() -> first != '{' && skip(first);
        };
    }

    private boolean plain(Field field, int first, Draft draft) {
        boolean text = first == '"';
        if (text ? !json.text() || !json.isLiteral() : !beginsNumber(first) || !json.number()) {
            return false;
        }
        draft.put(field, json.characters());
        if (field == Field.WRITE_KEY) {
            int quote = text ? 1 : 0;
            draft.hide(json.from() - quote, json.at());
        }
        return true;
    }

    private static boolean beginsNumber(int first) {
        return first == '-' || (first >= '0' && first <= '9');
    }

    private boolean calls() {
        List<RawCall> calls = new ArrayList<>();
        batch = calls;
        int next = json.next();
        if (next == ']') {
            return true;
        }
        while (next == '{') {
            RawCall call = call(names.call());
            if (call == null) {
                return false;
            }
            calls.add(call);
            next = json.next();
            if (next != ',') {
                return next == ']';
            }
            next = json.next();
        }
        return false;
    }

    private boolean skip(int first) {
        int start = json.at();
        return json.value(first) && json.at() - start < LONGEST;
    }
}

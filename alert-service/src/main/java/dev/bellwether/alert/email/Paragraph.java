package dev.bellwether.alert.email;

import dev.bellwether.alert.wording.Part;
import java.util.List;

/** One alert of a mail, with what its reader can do about it; public, since templates read it. */
public record Paragraph(Part part, List<NamedLink> links) {

    public Paragraph {
        links = List.copyOf(links);
    }
}

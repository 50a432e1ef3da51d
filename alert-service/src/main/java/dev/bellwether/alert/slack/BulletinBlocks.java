package dev.bellwether.alert.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.bellwether.alert.wording.Bulletin;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A summary or digest as Block Kit: one paragraph a row, so many rows as Slack takes in total. */
final class BulletinBlocks {

    private static final int LEAD_LIMIT = 500;
    private static final int ROWS_LIMIT = 15;
    private static final int NAME_LIMIT = 80;
    private static final int WHAT_LIMIT = 120;
    private static final int SENTENCE_LIMIT = 200;
    private static final int ASIDE_LIMIT = 120;
    private static final int URL_LIMIT = 200;

    private BulletinBlocks() {}

    static SlackMessage of(Bulletin whole) {
        Bulletin bulletin = whole.first(ROWS_LIMIT);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Elements.header("📋", bulletin.title()));
        blocks.add(Elements.plain(bulletin.lead(), LEAD_LIMIT));
        bulletin.rows().forEach(row -> blocks.add(Elements.markup(row(row))));
        if (bulletin.more() > 0) {
            blocks.add(Elements.plain("… and " + bulletin.more() + " more.", LEAD_LIMIT));
        }
        Elements.link("Open Bellwether", bulletin.link())
                .ifPresent(open -> blocks.add(
                        ActionsBlock.builder().elements(List.of(open)).build()));
        String text = SlackText.escaped(bulletin.title() + " – " + bulletin.lead(), LEAD_LIMIT);
        return new SlackMessage(text, blocks);
    }

    private static String row(Bulletin.Row row) {
        String aside = row.aside().isEmpty() ? "" : "\n" + SlackText.escaped(row.aside(), ASIDE_LIMIT);
        return Elements.symbol(row.tone()) + " " + name(row.account(), row.link()) + ": "
                + SlackText.escaped(row.what(), WHAT_LIMIT) + "\n"
                + SlackText.escaped(row.sentence(), SENTENCE_LIMIT) + aside;
    }

    /** A link whose label can end neither the link nor the bold print. */
    private static String name(String account, URI link) {
        String label = SlackText.escaped(account.replaceAll("[|*\\p{Cntrl}]", " "), NAME_LIMIT);
        String address = link.toString();
        return address.length() <= URL_LIMIT ? "*<" + address + "|" + label + ">*" : "*" + label + "*";
    }
}

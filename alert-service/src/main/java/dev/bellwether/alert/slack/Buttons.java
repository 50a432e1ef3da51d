package dev.bellwether.alert.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.bellwether.alert.action.Action;
import dev.bellwether.alert.wording.Part;
import java.util.ArrayList;
import java.util.List;

/** What people can do about an alert in Slack; what a button is called when it comes back is said by {@link Action}. */
final class Buttons {

    private static final int OPTION_LIMIT = 75;

    private Buttons() {}

    /** The buttons of one alert: what to do while it stands, and whether telling it was right. */
    static LayoutBlock of(Part part) {
        String alert = part.alert().toString();
        List<BlockElement> elements = new ArrayList<>();
        if (part.stands()) {
            elements.add(button(Action.ACKNOWLEDGE, alert));
            elements.add(snooze(alert));
        }
        elements.add(button(Action.USEFUL, alert));
        elements.add(button(Action.KNOWN, alert));
        elements.add(button(Action.FALSE_ALARM, alert));
        return ActionsBlock.builder()
                .blockId("alert-" + alert)
                .elements(elements)
                .build();
    }

    private static BlockElement button(Action action, String alert) {
        return Elements.button(action.label(), action.shortly(), alert);
    }

    private static BlockElement snooze(String alert) {
        List<OptionObject> options = List.of(
                option(Action.SNOOZE_DAY, "for a day", alert),
                option(Action.SNOOZE_THREE_DAYS, "for three days", alert),
                option(Action.SNOOZE_WEEK, "for a week", alert));
        return StaticSelectElement.builder()
                .actionId("snooze")
                .placeholder(Elements.plainText("Snooze", OPTION_LIMIT))
                .options(options)
                .build();
    }

    private static OptionObject option(Action action, String label, String alert) {
        return OptionObject.builder()
                .text(Elements.plainText(label, OPTION_LIMIT))
                .value(action.label() + " " + alert)
                .build();
    }
}

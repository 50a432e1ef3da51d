package dev.bellwether.ingest.segment.call;

import dev.bellwether.ingest.segment.call.Names.Value;
import java.util.Map;

/** What {@link Field} and {@link Vocabulary#properties} name, for the {@link CallScanner}. */
final class CallNames {

    private final Names call = new Names();
    private final Names body = new Names();

    CallNames(Map<String, Field> meaningful) {
        Names context = new Names();
        context.add("groupId", new Value.Plain(Field.CONTEXT_GROUP_ID));
        Names properties = new Names();
        meaningful.forEach((name, field) -> properties.add(name, new Value.Plain(field)));
        for (Names names : new Names[] {call, body}) {
            Field.topLevel().forEach((name, field) -> names.add(name, new Value.Plain(field)));
            names.add("properties", new Value.Inner(properties));
            names.add("context", new Value.Inner(context));
            names.add("traits", new Value.Intricate());
        }
        body.add("batch", new Value.Calls());
    }

    /** Of a call in a batch. */
    Names call() {
        return call;
    }

    /** Of a body, which is a call or a batch. */
    Names body() {
        return body;
    }
}

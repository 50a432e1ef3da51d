package dev.bellwether.ingest.segment.call;

import dev.bellwether.ingest.segment.call.Names.Value;

/** What {@link Field} and {@link Vocabulary} name, for the {@link CallScanner}. */
final class CallNames {

    private final Names call = new Names();
    private final Names body = new Names();

    CallNames(Vocabulary vocabulary) {
        Names context = new Names();
        context.add("groupId", new Value.Plain(Field.CONTEXT_GROUP_ID));
        Names properties = properties(vocabulary);
        for (Names names : new Names[] {call, body}) {
            Field.topLevel().forEach((name, field) -> names.add(name, new Value.Plain(field)));
            names.add("properties", new Value.Inner(properties));
            names.add("context", new Value.Inner(context));
            names.add("traits", new Value.Intricate());
        }
        body.add("batch", new Value.Calls());
    }

    private static Names properties(Vocabulary vocabulary) {
        Names properties = new Names();
        properties.add("groupId", new Value.Plain(Field.PROPERTY_GROUP_ID));
        properties.add("$groups", new Value.Plain(Field.PROPERTY_GROUPS));
        vocabulary.account().ifPresent(name -> properties.add(name, new Value.Plain(Field.PROPERTY_ACCOUNT)));
        vocabulary.quantity().ifPresent(name -> properties.add(name, new Value.Plain(Field.PROPERTY_QUANTITY)));
        vocabulary.feature().ifPresent(name -> properties.add(name, new Value.Plain(Field.PROPERTY_FEATURE)));
        return properties;
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

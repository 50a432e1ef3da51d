package dev.bellwether.contracts;

/** An enum constant with the name it bears in JSON; the constant may be renamed, its JSON name may not. */
public interface Constant {

    String json();
}

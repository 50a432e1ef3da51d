package dev.bellwether.contracts;

/** The colour of a score; unknown when too little of the model is covered. */
public enum Band implements Constant {
    RED("red"),
    YELLOW("yellow"),
    GREEN("green"),
    UNKNOWN("unknown");

    private final String json;

    Band(String json) {
        this.json = json;
    }

    @Override
    public String json() {
        return json;
    }
}

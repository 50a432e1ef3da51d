package dev.bellwether.contracts;

/** The three surveys and their scales. */
public enum SurveyKind implements Constant {
    /** Net promoter score: would recommend, 0 … 10. */
    NPS("NPS", 0, 10),
    /** Customer satisfaction, 1 … 5. */
    CSAT("CSAT", 1, 5),
    /** Customer effort score, 1 … the scale the event states, 7 when it states none. */
    CES("CES", 1, 7);

    private final String json;
    private final int lowest;
    private final int scale;

    SurveyKind(String json, int lowest, int scale) {
        this.json = json;
        this.lowest = lowest;
        this.scale = scale;
    }

    public int lowest() {
        return lowest;
    }

    /** The highest score unless an event states another. */
    public int scale() {
        return scale;
    }

    boolean scaleIsFixed() {
        return this != CES;
    }

    @Override
    public String json() {
        return json;
    }
}

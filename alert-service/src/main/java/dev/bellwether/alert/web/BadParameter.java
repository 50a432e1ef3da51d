package dev.bellwether.alert.web;

/** Thrown for a query parameter that makes no sense. */
final class BadParameter extends RuntimeException {

    private final String name;
    private final String detail;

    BadParameter(String name, String detail) {
        super(name + " " + detail);
        this.name = name;
        this.detail = detail;
    }

    String name() {
        return name;
    }

    String detail() {
        return detail;
    }
}

package dev.bellwether.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestOriginTest {

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource({
        "a page of ours,       POST, bell.example:8080, http://bell.example:8080, same-origin, true",
        "typed by hand,        POST, bell.example,      '',                       none,        true",
        "another site,         POST, bell.example,      https://evil.example,     cross-site,  false",
        "a sister site,        POST, bell.example,      https://a.bell.example,   same-site,   false",
        "an old browser here,  POST, bell.example:8080, http://bell.example:8080, '',          true",
        "an old one elsewhere, POST, bell.example:8080, http://bell.example:9090, '',          false",
        "a page from a file,   POST, bell.example,      null,                     '',          false",
        "no address at all,    POST, bell.example,      '%%%',                    '',          false",
        "a program,            POST, bell.example,      '',                       '',          true",
        "another verb,         DELETE, bell.example,    https://evil.example,     '',          false",
        "a link elsewhere,     GET,  bell.example,      https://evil.example,     cross-site,  true",
    })
    void only_our_own_pages_and_programs_change_anything(
            String name, String method, String host, String origin, String fetchSite, boolean allowed) {
        assertThat(new RequestOrigin(method, host, origin, fetchSite).mayChange())
                .as(name)
                .isEqualTo(allowed);
    }
}

package dev.bellwether.ingest.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsFileTest {

    @TempDir
    Path folder;

    @Test
    void a_table_has_a_heading_and_two_columns() throws IOException {
        assertThat(read("a.csv", "customer,account\ncus_1,acme\n\n\"cus_2\" , globex\n"))
                .isEqualTo(Map.of("cus_1", "acme", "cus_2", "globex"));
    }

    @Test
    void an_object_has_a_customer_for_each_name() throws IOException {
        assertThat(read("a.json", "{\"cus_1\": \"acme\"}")).isEqualTo(Map.of("cus_1", "acme"));
    }

    @Test
    void a_line_that_is_none_is_named() {
        assertThatThrownBy(() -> read("a.csv", "customer,account\ncus_1,acme\ncus_2\n"))
                .hasMessageStartingWith("line 3 of ")
                .hasMessageEndingWith("is not a customer, a comma and an account");
    }

    @Test
    void a_customer_without_an_account_is_named() {
        assertThatThrownBy(() -> read("a.json", "{\"cus_1\": null}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("customer 'cus_1' of ")
                .hasMessageEndingWith("a.json has no account");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.csv  | customer,account~m\u00fcller,acme | is not written in UTF-8",
                "a.json | {`m\u00fcller`:`acme`}              | is not written in UTF-8",
                "b.json | {`cus_1`: acme}                     | b.json is no JSON: line 1",
                "c.json | []                                  | c.json is no JSON object"
            })
    void a_file_that_cannot_be_read_is_named(String name, String text, String problem) {
        assertThatThrownBy(() -> {
                    Path file = folder.resolve(name);
                    Files.write(file, text.replace('`', '"').replace('~', '\n').getBytes(ISO_8859_1));
                    AccountsFile.read(Optional.of(file));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageEndingWith(problem);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> AccountsFile.read(Optional.of(folder.resolve("none.csv"))))
                .hasMessageStartingWith("there is no file ")
                .hasMessageEndingWith("none.csv");
    }

    @Test
    void without_a_file_nobody_is_known() throws IOException {
        assertThat(AccountsFile.read(Optional.empty())).isEmpty();
    }

    private Map<String, String> read(String name, String text) throws IOException {
        return AccountsFile.read(Optional.of(Files.writeString(folder.resolve(name), text)));
    }
}

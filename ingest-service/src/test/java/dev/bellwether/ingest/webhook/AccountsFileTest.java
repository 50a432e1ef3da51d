package dev.bellwether.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void without_a_file_nobody_is_known() throws IOException {
        assertThat(AccountsFile.read(Optional.empty())).isEmpty();
    }

    private Map<String, String> read(String name, String text) throws IOException {
        return AccountsFile.read(Optional.of(Files.writeString(folder.resolve(name), text)));
    }
}

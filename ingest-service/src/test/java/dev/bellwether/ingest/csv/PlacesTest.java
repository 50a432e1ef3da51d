package dev.bellwether.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Caller SHOP = new Caller.Source("shop");
    private static final Caller CRM = new Caller.Source("crm");

    @Test
    void one_sender_cannot_hold_all_places() {
        Places places = new Places(3);
        assertThat(places.enter(SHOP)).isTrue();
        assertThat(places.enter(SHOP)).isTrue();
        assertThat(places.enter(SHOP)).as("the last place").isFalse();
        assertThat(places.enter(CRM)).isTrue();
        assertThat(places.enter(CRM)).as("more than there are").isFalse();

        places.leave(SHOP);
        assertThat(places.enter(SHOP)).isTrue();
    }

    @Test
    void a_single_place_is_whose_comes_first() {
        Places places = new Places(1);
        assertThat(places.enter(SHOP)).isTrue();
        assertThat(places.enter(CRM)).isFalse();

        places.leave(SHOP);
        assertThat(places.enter(CRM)).isTrue();
    }
}

package dev.bellwether.local.company;

/**
 * What is going on at a customer. One customer each has a story, in the order of this list; all others are healthy.
 *
 * <ul>
 *   <li>Harbour &amp; Pine Logistics: churning, one user after the other stays away
 *   <li>Brightfield Solar: growing, its seats are nearly full
 *   <li>Castellan Print Works: a late payer, one invoice 24 days past due
 *   <li>Tidewater Clinics: a ticket storm this week
 *   <li>Oakline Property Care: the champion left
 *   <li>Marlowe Books: a detractor
 *   <li>Quillfeather Studio: a trial about to end
 *   <li>Northgate Scaffolding: inactive since 15 days
 *   <li>Vela Marine Supply: in the red, with everything at once
 *   <li>Redbrick Breweries: its card is declined again and again
 *   <li>Sundial Gardens: an advocate
 *   <li>Pocket Orchard: onboarding has stalled
 * </ul>
 */
public enum Story {
    CHURNING,
    GROWING,
    LATE_PAYER,
    TICKET_STORM,
    CHAMPION_LEFT,
    DETRACTOR,
    TRIAL_ENDING,
    INACTIVE,
    IN_THE_RED,
    CARD_DECLINED,
    ADVOCATE,
    STALLED_ONBOARDING,
    HEALTHY;

    /** The story of the customer with this number, counted from 0. */
    static Story of(int number) {
        return number < HEALTHY.ordinal() ? values()[number] : HEALTHY;
    }
}

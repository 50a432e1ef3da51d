package dev.bellwether.local.company;

import java.util.List;

/** Invented names of customers, of the people who work there, and of what they do in the product. */
final class Names {

    static final List<String> CUSTOMERS = listed("""
            Harbour & Pine Logistics, Brightfield Solar, Castellan Print Works, Tidewater Clinics,
            Oakline Property Care, Marlowe Books, Quillfeather Studio, Northgate Scaffolding,
            Vela Marine Supply, Redbrick Breweries, Sundial Gardens, Pocket Orchard, Alder Street Dental,
            Anvil & Oak Joinery, Arcadia Lifts, Aurora Cold Storage, Bellhop Hospitality,
            Birchwood Schools, Blue Heron Ferries, Cinder Lane Bakery, Clearwell Pumps,
            Copperfield Roofing, Corvid Security, Dovetail Interiors, Eastmoor Windpark, Ember Heating,
            Fairway Fleet, Fennel & Thyme Catering, Fieldstone Surveyors, Foxglove Pharmacy,
            Granite Peak Outdoor, Greenlatch Farms, Halcyon Hearing, Hartwell Optics, Ironbridge Cranes,
            Juniper Veterinary, Kestrel Drones, Kingfisher Pools, Lakeside Linen, Lantern Cinemas,
            Larkspur Nursing, Meridian Couriers, Millrace Textiles, Moonstone Jewellers, Nettle & Co Tea,
            Ochre Paints, Palisade Fencing, Pebble Beach Surf, Pinnacle Elevators, Ravenscroft Archives,
            Rookery Toys, Saltmarsh Seafood, Silverbirch Care Homes, Slate & Sons Masonry,
            Stonecrop Nurseries, Swiftwater Kayaks, Thistledown Bedding, Umber Ceramics, Willowbank Hotels,
            Yarrow Physiotherapy""");

    static final List<String> FIRST = listed("""
            Ada, Amir, Anouk, Bela, Carla, Chidi, Dagny, Dario, Edda, Emil, Farah, Femi, Greta, Hamza,
            Hana, Ilse, Ivo, Jana, Jonas, Kaori, Kofi, Lena, Luca, Maja, Marek, Nadia, Nils, Olga, Omar,
            Paula, Pavel, Quentin, Rania, Rosa, Samir, Signe, Tariq, Tess, Uma, Vera, Viktor, Wanda, Xenia,
            Yusuf, Zora, Zeno""");

    static final List<String> LAST = listed("""
            Abel, Arden, Barrow, Becker, Castillo, Cole, Dahl, Demir, Eklund, Ferrara, Fisher, Gallo,
            Grant, Haas, Hale, Iversen, Jensen, Kaya, Keller, Lang, Larsen, Moreau, Moss, Nagy, Novak,
            Okafor, Olsen, Park, Petit, Quist, Reyes, Rossi, Sato, Stein, Tanaka, Torres, Ueda, Vidal,
            Vogel, Weber, Wolff, Yilmaz, Young, Zhou""");

    static final List<String> FEATURES = listed("""
            job.scheduled, job.completed, route.planned, dashboard.viewed, report.opened, report.exported,
            checklist.filled, photo.uploaded, quote.written, comment.added, search.used, calendar.synced,
            stock.counted, customer.messaged""");

    static final List<String> SEGMENTS = listed("""
            small, mid-market, enterprise""");

    private Names() {}

    private static List<String> listed(String text) {
        return List.of(text.strip().split(",\\s+"));
    }
}

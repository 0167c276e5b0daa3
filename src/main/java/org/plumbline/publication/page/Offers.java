package org.plumbline.publication.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.view.FactUsed;
import org.plumbline.publication.view.SiteOffer;
import org.plumbline.publication.view.SiteOffer.Room;
import org.plumbline.publication.view.Value;
import org.plumbline.standard.Edition;

/** Picks from the facts of a round what somebody wants to know who goes to a site: hours, services, rooms. The names are those of the vocabulary. */
final class Offers {
    /** When it is open. */
    static final List<String> HOURS = List.of("openDaysPerWeek", "openHoursWeek", "eveningsPerWeek", "weekendHours");

    /** What it offers. */
    static final List<String> SERVICES =
            List.of("servicesOffered", "embeddedFunctions", "oneStopWindows", "hasCanteen", "restStopItems");

    /** The record of a room. */
    static final String ROOM = "room";

    /** What is said of a room: its use, seats, whether it can be booked, whether one can talk in private. */
    static final List<String> OF_A_ROOM = List.of("roomKind", "roomSeats", "roomBookable", "roomPrivate");

    private Offers() {}

    static SiteOffer of(@Nullable String address, Edition edition, Verdict verdict, UsedFacts facts) {
        Map<?, ?> listed = verdict.fact(ROOM);
        FactValues values = new FactValues(edition.book());
        List<Room> rooms = Verdict.map(listed.get("records")).values().stream()
                .map(Verdict::map)
                .map(room -> new Room(
                        said(values, room, 0), said(values, room, 1), said(values, room, 2), said(values, room, 3)))
                .sorted(Comparator.comparing(Offers::use))
                .toList();
        return new SiteOffer(
                address,
                known(verdict, facts, HOURS),
                known(verdict, facts, SERVICES),
                rooms,
                rooms.isEmpty() ? null : facts.fact(ROOM));
    }

    private static List<FactUsed> known(Verdict verdict, UsedFacts facts, List<String> names) {
        return names.stream()
                .filter(name -> !verdict.fact(name).isEmpty())
                .map(facts::fact)
                .toList();
    }

    private static @Nullable Value said(FactValues values, Map<?, ?> room, int which) {
        String name = OF_A_ROOM.get(which);
        return values.of(name, Verdict.map(room.get(name)));
    }

    private static String use(Room room) {
        return room.kind() == null ? "" : room.kind().text().zh();
    }
}

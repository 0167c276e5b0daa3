package org.plumbline.publication.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people find at a site, as far as the round knows.
 *
 * @param address where it is, as the register says it; null for none
 * @param hours when it is open
 * @param services what it offers
 * @param rooms its rooms, by what they are used for
 * @param roomsFrom who listed the rooms, and when; null when nobody did
 */
public record SiteOffer(
        @Nullable String address,
        List<FactUsed> hours,
        List<FactUsed> services,
        List<Room> rooms,
        @Nullable FactUsed roomsFrom) {
    /**
     * A room.
     *
     * @param kind what it is used for
     * @param seats how many people can sit in it
     * @param bookable whether residents can book it
     * @param secluded whether people can talk in it without being overheard
     */
    public record Room(
            @Nullable Value kind,
            @Nullable Value seats,
            @Nullable Value bookable,
            @Nullable Value secluded) {}

    /** Whether nothing of it is known. */
    public boolean isEmpty() {
        return address == null && hours.isEmpty() && services.isEmpty() && rooms.isEmpty();
    }
}

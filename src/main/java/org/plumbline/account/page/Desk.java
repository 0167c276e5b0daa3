package org.plumbline.account.page;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.web.Choice;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;

/**
 * The frame of every page of work: whose it is, where it leads, and what was just done.
 *
 * @param p the page's language and address
 * @param actor who works here
 * @param menu what this person's roles lead to
 * @param said what was just done, in words; empty when nothing was
 * @param refused why it was not done, in words; empty when it was
 */
public record Desk(Page p, Actor actor, List<Choice> menu, String said, String refused) {
    private record Room(String label, String path, Act act) {}

    private static final List<Room> ROOMS = List.of(
            new Room("work.sites", "/work/sites", Act.SEE_WORK),
            new Room("work.imports", "/work/imports", Act.SEE_WORK),
            new Room("work.papers", "/work/papers", Act.SEE_WORK),
            new Room("work.erasure", "/work/erasure", Act.ERASE),
            new Room("work.publications", "/work/publications", Act.PUBLISH),
            new Room("work.people", "/work/people", Act.ADMINISTER),
            new Room("work.audit", "/work/audit", Act.READ_AUDIT));

    /**
     * The frame of a page.
     *
     * @param path language-free address, such as /work/people
     * @param said key of the words for what was done, as it stands in the address; anything unknown says nothing
     */
    public static Desk of(Lang lang, String path, Actor actor, String said) {
        String key = "said." + said;
        String words = Labels.keys(lang).contains(key) ? Labels.say(lang, key) : "";
        return new Desk(Page.bare(lang, path), actor, menu(path, actor), words, "");
    }

    /** The same page, saying why something was not done. */
    public Desk refusing(String words) {
        return new Desk(p, actor, menu, "", words);
    }

    private static List<Choice> menu(String path, Actor actor) {
        List<Choice> menu = new ArrayList<>();
        menu.add(new Choice(Labels.text("work.home"), "/work", path.equals("/work"), null));
        for (Room room : ROOMS) {
            if (!actor.mustChange() && actor.may(room.act())) {
                menu.add(new Choice(Labels.text(room.label()), room.path(), path.startsWith(room.path()), null));
            }
        }
        return menu;
    }

    /** Names of a person's roles, as the pages write them. */
    public String role(org.plumbline.account.Grant grant) {
        String role = p.word("role", grant.role().code());
        return grant.everywhere() ? role : role + " · " + grant.area();
    }
}

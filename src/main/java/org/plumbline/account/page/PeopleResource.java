package org.plumbline.account.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.plumbline.account.AccessToken;
import org.plumbline.account.AccountRefused;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Asking;
import org.plumbline.account.Grant;
import org.plumbline.account.PasswordRules;
import org.plumbline.account.People;
import org.plumbline.account.Person;
import org.plumbline.account.Role;
import org.plumbline.web.Lang;

/** People, their roles by place, and everybody's tokens. For administrators of the whole installation. */
@Path("/{lang:zh|en}/work/people")
@PermissionsAllowed("administer")
@RunOnVirtualThread
public class PeopleResource {
    private static final String PEOPLE = "/work/people";

    private final Asking asking;
    private final People people;

    PeopleResource(Asking asking, People people) {
        this.asking = asking;
        this.people = people;
    }

    /** The page. */
    @CheckedTemplate(basePath = "PeoplePages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance people(
                Desk d, List<PersonRow> rows, List<TokenRow> tokens, List<Role> roles, Shown shown);
    }

    /** A person as a row. */
    public record PersonRow(String login, String name, boolean active, boolean demonstration, List<Grant> grants) {}

    /** An open token as a row: whose, what for. */
    public record TokenRow(long id, String login, String name, String scopes) {}

    /** A password that was made for somebody and is shown this once; both empty when none was. */
    public record Shown(String login, String password) {}

    /** Everybody. */
    @GET
    @Transactional
    public Response all(@PathParam("lang") String language, @QueryParam("said") @DefaultValue("") String said) {
        Lang lang = Lang.of(language);
        Desk desk = Desk.of(lang, PEOPLE, asking.everywhere(Act.ADMINISTER), said);
        return WorkAnswers.page(lang, html(desk, new Shown("", "")));
    }

    /** Makes an account with a first password, which is shown this once and must be changed at the first sign-in. */
    @POST
    public Response add(
            @PathParam("lang") String language,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("area") @DefaultValue("") String area) {
        Lang lang = Lang.of(language);
        Actor by = asking.everywhere(Act.ADMINISTER);
        return change(lang, by, () -> {
            String first = People.firstPassword();
            Grant grant = grant(role, area);
            people.add(new People.Wanted(login.strip(), name, first, List.of(grant), true), by);
            return new Shown(login.strip(), first);
        });
    }

    /** Gives a role at a place. */
    @POST
    @Path("{login}/roles")
    public Response grant(
            @PathParam("lang") String language,
            @PathParam("login") String login,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("area") @DefaultValue("") String area,
            @FormParam("why") @DefaultValue("") String why) {
        Actor by = asking.everywhere(Act.ADMINISTER);
        return changed(Lang.of(language), by, () -> people.grant(need(login), grant(role, area), by, why));
    }

    /** Takes a role back. */
    @POST
    @Path("{login}/roles/revoke")
    public Response revoke(
            @PathParam("lang") String language,
            @PathParam("login") String login,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("area") @DefaultValue("") String area,
            @FormParam("why") @DefaultValue("") String why) {
        Actor by = asking.everywhere(Act.ADMINISTER);
        return changed(Lang.of(language), by, () -> people.revoke(need(login), grant(role, area), by, why));
    }

    /** Closes an account or opens it again. */
    @POST
    @Path("{login}/active")
    public Response active(
            @PathParam("lang") String language,
            @PathParam("login") String login,
            @FormParam("active") @DefaultValue("false") boolean active,
            @FormParam("why") @DefaultValue("") String why) {
        Actor by = asking.everywhere(Act.ADMINISTER);
        return changed(Lang.of(language), by, () -> people.setActive(need(login).login, active, by, why));
    }

    /** Sets a new first password, shown this once. */
    @POST
    @Path("{login}/password")
    public Response password(@PathParam("lang") String language, @PathParam("login") String login) {
        Actor by = asking.everywhere(Act.ADMINISTER);
        return change(Lang.of(language), by, () -> new Shown(login, people.setPassword(need(login).login, null, by)));
    }

    /** Ends anybody's token. */
    @POST
    @Path("tokens/{id:[0-9]+}/revoke")
    public Response revokeToken(@PathParam("lang") String language, @PathParam("id") long id) {
        if (!people.revokeToken(id, asking.everywhere(Act.ADMINISTER))) {
            throw new NotFoundException();
        }
        return WorkAnswers.seeOther(Lang.of(language), PEOPLE + "?said=revoked");
    }

    private interface Change<T> {
        T make() throws AccountRefused;
    }

    private interface Quiet {
        void make() throws AccountRefused;
    }

    private Response changed(Lang lang, Actor by, Quiet change) {
        try {
            change.make();
            return WorkAnswers.seeOther(lang, PEOPLE + "?said=changed");
        } catch (AccountRefused e) {
            return refused(lang, by, e);
        }
    }

    private Response change(Lang lang, Actor by, Change<Shown> change) {
        try {
            Shown shown = change.make();
            return WorkAnswers.page(lang, html(Desk.of(lang, PEOPLE, by, "changed"), shown));
        } catch (AccountRefused e) {
            return refused(lang, by, e);
        }
    }

    private Response refused(Lang lang, Actor by, AccountRefused refusal) {
        Desk desk = Desk.of(lang, PEOPLE, by, "");
        String words = desk.p().say("refused." + refusal.key(), PasswordRules.SHORTEST, PasswordRules.LONGEST);
        return WorkAnswers.page(Response.Status.BAD_REQUEST, lang, html(desk.refusing(words), new Shown("", "")));
    }

    private static Person need(String login) {
        return Person.byLogin(login).orElseThrow(NotFoundException::new);
    }

    private static Grant grant(String role, String area) throws AccountRefused {
        String at = area.strip().isEmpty() ? role : role + "@" + area.strip();
        return Grant.of(at).orElseThrow(() -> new AccountRefused("role"));
    }

    private static String html(Desk desk, Shown shown) {
        List<PersonRow> rows = Person.everybody().stream()
                .map(one -> new PersonRow(one.login, one.name, one.active, one.demonstration, one.grants()))
                .toList();
        List<TokenRow> tokens = AccessToken.open().stream()
                .map(one -> new TokenRow(
                        one.id == null ? 0 : one.id,
                        Person.<Person>findByIdOptional(one.person)
                                .map(person -> person.login)
                                .orElse(""),
                        one.name,
                        one.scopes))
                .toList();
        return Templates.people(desk, rows, tokens, Arrays.asList(Role.values()), shown)
                .render();
    }
}

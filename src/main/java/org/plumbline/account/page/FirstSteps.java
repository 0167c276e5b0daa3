package org.plumbline.account.page;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.account.Role;
import org.plumbline.web.Page;

/** What a new portal still lacks, for whoever is at work in it. Templates reach it as {@code inject:firstSteps}. */
@Named("firstSteps")
@ApplicationScoped
public class FirstSteps {
    private final List<FirstStep> steps;
    private volatile boolean finished;

    FirstSteps(@All List<FirstStep> steps) {
        this.steps = steps.stream()
                .sorted(Comparator.comparingInt(FirstStep::number))
                .toList();
    }

    /**
     * A step as a page shows it.
     *
     * @param next whether all before it are done and it is not
     * @param mine whether the person at work may do it
     * @param roles who else does it, by code
     */
    public record Shown(FirstStep step, boolean done, boolean next, boolean mine, List<String> roles) {
        /** Address of the page where it is done. */
        public String path() {
            return step.path();
        }

        /** Whether it is done on another page than this. */
        public boolean elsewhere(Page page) {
            return !page.path().equals(step.path());
        }

        /** Key of the sentence that says how. */
        public String line() {
            return key() + ".line";
        }

        /** Key of its heading. */
        public String key() {
            return "start." + step.key();
        }
    }

    /** All steps until all are done or the last one is; empty from then on. On the desk all are shown, in a room only its own that is the next. */
    public List<Shown> at(Desk desk) {
        if (finished || desk.actor().mustChange()) {
            return List.of();
        }
        List<Boolean> done = steps.stream().map(FirstStep::done).toList();
        int next = done.indexOf(false);
        // An office of one person may never invite another: who has published is not new any more.
        if (next < 0 || done.getLast()) {
            finished = true;
            return List.of();
        }
        String here = desk.p().path();
        return IntStream.range(0, steps.size())
                .filter(i ->
                        here.equals("/work") || i == next && steps.get(i).path().equals(here))
                .mapToObj(i -> shown(steps.get(i), done.get(i), i == next, desk))
                .toList();
    }

    private static Shown shown(FirstStep step, boolean done, boolean next, Desk desk) {
        return new Shown(
                step,
                done,
                next,
                desk.actor().may(step.act()),
                Arrays.stream(Role.values())
                        .filter(role -> role.may(step.act()))
                        .map(Role::code)
                        .toList());
    }
}

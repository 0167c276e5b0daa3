package org.plumbline.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Atoms.AtMostOther;
import org.plumbline.rulebook.Atoms.Bound;
import org.plumbline.rulebook.Atoms.Count;
import org.plumbline.rulebook.Atoms.Equal;
import org.plumbline.rulebook.Atoms.Matches;
import org.plumbline.rulebook.Comparison;
import org.plumbline.rulebook.Condition;
import org.plumbline.rulebook.Condition.All;
import org.plumbline.rulebook.Condition.Any;
import org.plumbline.rulebook.Condition.Not;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Members.AllIn;
import org.plumbline.rulebook.Members.CountIn;
import org.plumbline.rulebook.Members.Has;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Records.CountRecords;
import org.plumbline.rulebook.Records.Each;
import org.plumbline.rulebook.Records.Found;

/** Small changes to a condition, each of which should change what it means. */
final class ConditionMutants {
    /** One change: the changed condition, null for "always holds", and what was done. */
    record Mutant(@Nullable Condition condition, String what) {}

    private ConditionMutants() {}

    static List<Mutant> of(Condition condition) {
        List<Mutant> mutants = new ArrayList<>();
        switch (condition) {
            case All all -> junction(all.parts(), "all", All::new, mutants);
            case Any any -> junction(any.parts(), "any", Any::new, mutants);
            case Not not -> {
                mutants.add(new Mutant(not.part(), "not dropped"));
                nested(not.part(), Not::new, mutants);
            }
            case Bound bound -> bound(bound, mutants);
            case Count count -> {
                for (long shift : new long[] {-1, 1}) {
                    if (sensible(count.fact(), count.comparison(), count.limit() + shift)) {
                        mutants.add(new Mutant(
                                new Count(count.fact(), count.comparison(), count.limit() + shift),
                                count.fact().name() + " count " + (count.limit() + shift)));
                    }
                }
            }
            case Has has -> members(has.fact(), has.members(), left -> new Has(has.fact(), left), mutants);
            case Found found ->
                members(found.code(), found.members(), left -> new Found(found.fact(), found.code(), left), mutants);
            case Equal equal -> {
                if (equal.fact().type() == Datatype.BOOLEAN) {
                    mutants.add(new Mutant(
                            new Equal(equal.fact(), 1 - equal.required(), null),
                            equal.fact().name() + " turned around"));
                } else {
                    mutants.add(new Mutant(null, equal.fact().name() + " dropped"));
                }
            }
            case AllIn in -> allIn(in, mutants);
            case CountIn count -> {
                for (long rest = count.members(); rest != 0; rest &= rest - 1) {
                    mutants.add(new Mutant(
                            new CountIn(
                                    count.fact(),
                                    count.members() & ~Long.lowestOneBit(rest),
                                    count.comparison(),
                                    count.limit()),
                            count.fact().name() + " without " + code(count.fact(), rest)));
                }
                for (long shift : new long[] {-1, 1}) {
                    mutants.add(new Mutant(
                            new CountIn(count.fact(), count.members(), count.comparison(), count.limit() + shift),
                            count.fact().name() + " count " + (count.limit() + shift)));
                }
            }
            case Matches matches -> mutants.add(new Mutant(null, matches.fact().name() + " pattern dropped"));
            case AtMostOther other ->
                mutants.add(new Mutant(
                        new AtMostOther(other.fact(), strictness(other.comparison()), other.other()),
                        other.fact().name() + " "
                                + strictness(other.comparison()).sign()));
            case Each each -> {
                nested(each.part(), part -> new Each(each.fact(), part), mutants);
                mutants.add(new Mutant(
                        new CountRecords(each.fact(), each.part(), Comparison.AT_LEAST, 1),
                        each.fact().name() + " one instead of each"));
            }
            case CountRecords count -> {
                nested(
                        count.part(),
                        part -> new CountRecords(count.fact(), part, count.comparison(), count.limit()),
                        mutants);
                for (long shift : new long[] {-1, 1}) {
                    mutants.add(new Mutant(
                            new CountRecords(count.fact(), count.part(), count.comparison(), count.limit() + shift),
                            count.fact().name() + " count " + (count.limit() + shift)));
                }
            }
        }
        return mutants;
    }

    /** Each of the required codes dropped. */
    private static void members(Fact fact, long members, LongFunction<Condition> require, List<Mutant> mutants) {
        for (long rest = members; rest != 0; rest &= rest - 1) {
            long left = members & ~Long.lowestOneBit(rest);
            mutants.add(
                    new Mutant(left == 0 ? null : require.apply(left), fact.name() + " without " + code(fact, rest)));
        }
    }

    /** Counting at least 2 of a fact that can only have one value, or at least -1, is no change that a person would make. */
    private static boolean sensible(Fact fact, Comparison comparison, long limit) {
        boolean single = fact.type() != Datatype.CODES && fact.type() != Datatype.RECORDS;
        return limit >= 0 && !(single && limit > 1) && !(comparison == Comparison.AT_LEAST && single && limit == 0);
    }

    private static void junction(
            List<Condition> parts,
            String name,
            java.util.function.Function<List<Condition>, Condition> make,
            List<Mutant> mutants) {
        for (int i = 0; i < parts.size(); i++) {
            int index = i;
            nested(parts.get(i), part -> make.apply(with(parts, index, part)), mutants);
            if (parts.size() > 1 && !(parts.get(i) instanceof Count)) {
                List<Condition> rest = new ArrayList<>(parts);
                rest.remove(i);
                mutants.add(new Mutant(make.apply(rest), name + " without part " + (i + 1)));
            }
        }
    }

    private static List<Condition> with(List<Condition> parts, int index, Condition part) {
        List<Condition> changed = new ArrayList<>(parts);
        changed.set(index, part);
        return changed;
    }

    private static void nested(Condition part, UnaryOperator<Condition> wrap, List<Mutant> mutants) {
        for (Mutant mutant : of(part)) {
            if (mutant.condition() != null) {
                mutants.add(new Mutant(wrap.apply(mutant.condition()), mutant.what()));
            }
        }
    }

    private static void bound(Bound bound, List<Mutant> mutants) {
        Fact fact = bound.fact();
        long step = step(fact, bound.limit());
        for (long shift : new long[] {-step, step}) {
            mutants.add(new Mutant(
                    new Bound(fact, bound.comparison(), bound.limit() + shift),
                    fact.name() + " " + bound.comparison().sign() + " " + shown(fact, bound.limit() + shift)));
        }
        Comparison other = strictness(bound.comparison());
        mutants.add(new Mutant(
                new Bound(fact, other, bound.limit()),
                fact.name() + " " + other.sign() + " " + shown(fact, bound.limit())));
    }

    private static String shown(Fact fact, long value) {
        return fact.type() == Datatype.DATE ? org.plumbline.rulebook.Dates.iso(value) : Micros.format(value);
    }

    /** One in the last decimal place that the threshold is written with; a day for dates. */
    static long step(Fact fact, long limit) {
        if (fact.type() == Datatype.DATE) {
            return 1;
        }
        long step = Micros.ONE;
        while (step > 1 && limit % step != 0) {
            step /= 10;
        }
        return step;
    }

    private static Comparison strictness(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> Comparison.MORE_THAN;
            case MORE_THAN -> Comparison.AT_LEAST;
            case AT_MOST -> Comparison.LESS_THAN;
            case LESS_THAN -> Comparison.AT_MOST;
        };
    }

    private static void allIn(AllIn in, List<Mutant> mutants) {
        for (long rest = in.members(); rest != 0; rest &= rest - 1) {
            mutants.add(new Mutant(
                    new AllIn(in.fact(), in.members() & ~Long.lowestOneBit(rest), in.values(), in.texts()),
                    in.fact().name() + " without " + code(in.fact(), rest)));
        }
        for (Long value : in.values()) {
            List<Long> values =
                    in.values().stream().filter(one -> !one.equals(value)).toList();
            mutants.add(new Mutant(
                    new AllIn(in.fact(), 0, values, in.texts()),
                    in.fact().name() + " without " + shown(in.fact(), value)));
        }
        for (String text : in.texts()) {
            List<String> texts =
                    in.texts().stream().filter(one -> !one.equals(text)).toList();
            mutants.add(new Mutant(
                    new AllIn(in.fact(), 0, in.values(), texts), in.fact().name() + " without " + text));
        }
    }

    private static String code(Fact fact, long bits) {
        return fact.codes() == null ? "" : fact.codes().codes().get(Long.numberOfTrailingZeros(bits));
    }
}

package org.plumbline.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Plumbline's own terms: only what no shared vocabulary has. Their meaning stands in <code>standards/vocabulary</code>. */
public final class PL {
    /** The namespace, prefix <code>pl:</code>. */
    public static final String NS = "https://w3id.org/plumbline/ns#";

    // Facts
    public static final Node DATATYPE = term("datatype");
    public static final Node CODE_LIST = term("codeList");
    public static final Node UNIT = term("unit");
    public static final Node UNIT_CLASS = term("Unit");
    public static final Node UCUM = term("ucum");
    public static final Node SYMBOL = term("symbol");
    public static final Node QUESTION = term("question");
    public static final Node OBSERVER = term("observer");
    public static final Node VALID_FOR = term("validFor");
    public static final Node PLAUSIBLE = term("plausible");
    public static final Node LIMIT = term("limit");
    public static final Node FROM = term("from");
    public static final Node TO = term("to");
    public static final Node MANY = term("many");
    public static final Node MAY_BE_NONE = term("mayBeNone");
    public static final Node SENSITIVITY = term("sensitivity");
    public static final Node PUBLIC = term("Public");
    public static final Node RESTRICTED = term("Restricted");
    public static final Node PERSONAL = term("Personal");
    public static final Node HELD_BY = term("heldBy");
    public static final Node ACROSS = term("across");
    public static final Node ACROSS_SUM = term("Sum");
    public static final Node ACROSS_MIN = term("Min");
    public static final Node ACROSS_MAX = term("Max");
    public static final Node RECORD = term("record");
    public static final Node RECORD_KIND = term("RecordKind");
    public static final Node OF = term("of");
    public static final Node KEYED_BY = term("keyedBy");
    public static final Node SYSTEM = term("system");
    public static final Node OLDEST_REQUIRED_FACT = term("OldestRequiredFact");
    public static final Node SITE_CLASS = term("siteClass");
    public static final Node SITE_CLASS_CLASS = term("SiteClass");
    public static final Node PLACE_KIND = term("PlaceKind");

    // Derived facts
    public static final Node EXPRESSION = term("expression");
    public static final Node COUNT = term("count");
    public static final Node SUM = term("sum");
    public static final Node MIN = term("min");
    public static final Node MAX = term("max");
    public static final Node PATH = term("path");
    public static final Node WHERE = term("where");
    public static final Node MEASURED_WHEN = term("measuredWhen");

    // Calendars
    public static final Node WORKING_CALENDAR = term("WorkingCalendar");
    public static final Node YEAR = term("year");
    public static final Node HOLIDAY = term("holiday");
    public static final Node WORKDAY = term("workday");

    // Editions
    public static final Node EDITION = term("Edition");
    public static final Node NUMBER = term("number");
    public static final Node DOCUMENT_TYPE = term("documentType");
    public static final Node MODEL_STANDARD = term("ModelStandard");
    public static final Node LEGAL_NATURE = term("legalNature");
    public static final Node RECOMMENDED = term("Recommended");
    public static final Node VALID_FROM = term("validFrom");
    public static final Node VALID_TO = term("validTo");
    /** Edition of the division codes that a place's code is of. */
    public static final Node CODE_EDITION = term("codeEdition");

    public static final Node SCORING = term("scoring");
    public static final Node BONUS_CAP = term("bonusCap");
    public static final Node LEAST_MEASURED_SHARE = term("leastMeasuredShare");
    public static final Node VETO_BAND = term("vetoBand");
    public static final Node BANDS = term("bands");
    public static final Node BANDS_CLASS = term("Bands");
    public static final Node BAND = term("Band");
    public static final Node CHAPTER = term("chapter");
    public static final Node CHAPTER_CLASS = term("Chapter");
    public static final Node STARS = term("stars");
    public static final Node LEAST_SCORE = term("leastScore");
    public static final Node GATE = term("gate");
    public static final Node AT_MOST_FAILED = term("atMostFailed");
    public static final Node LEAST_SHARE = term("leastShare");
    public static final Node NO_VETO = term("noVeto");

    // Clauses
    public static final Node CLAUSE = term("clause");
    public static final Node CLAUSE_CLASS = term("Clause");
    public static final Node TEXT = term("text");
    public static final Node PLAIN = term("plain");
    public static final Node OBLIGATION = term("obligation");
    public static final Node SHALL = term("Shall");
    public static final Node SHOULD = term("Should");
    public static final Node MAY = term("May");
    public static final Node POINTS = term("points");
    public static final Node VETO = term("veto");
    public static final Node SEVERITY = term("severity");
    public static final Node CRITICAL = term("Critical");
    public static final Node MAJOR = term("Major");
    public static final Node MINOR = term("Minor");
    public static final Node DUE_WITHIN = term("dueWithin");
    public static final Node METHOD = term("method");
    public static final Node MEASURE = term("Measure");
    public static final Node METHOD_DOCUMENT = term("Document");
    public static final Node PHOTO = term("Photo");
    public static final Node LOG = term("Log");
    public static final Node SYSTEM_DATA = term("SystemData");
    public static final Node QUESTIONNAIRE = term("Questionnaire");
    public static final Node INTERVIEW = term("Interview");
    public static final Node OBSERVE = term("Observe");
    public static final Node PLACE = term("place");
    public static final Node APPLIES_TO = term("appliesTo");
    public static final Node APPLIES_WHEN = term("appliesWhen");
    public static final Node CASES = term("cases");
    public static final Node WHEN = term("when");
    public static final Node JUDGED = term("judged");
    public static final Node GRADING = term("grading");
    public static final Node FULL = term("Full");
    public static final Node PRO_RATA = term("ProRata");
    public static final Node DEDUCTION = term("Deduction");
    public static final Node PER_MISSING = term("perMissing");
    public static final Node PER_FAILURE = term("perFailure");
    public static final Node PER_UNIT = term("perUnit");
    public static final Node LINEAR = term("Linear");
    public static final Node FACT = term("fact");
    public static final Node BASIS = term("basis");
    public static final Node DOCUMENT = term("document");
    public static final Node ARTICLE = term("article");
    public static final Node MARK = term("mark");
    public static final Node VERIFIED = term("Verified");
    public static final Node SECONDARY = term("Secondary");
    public static final Node FROM_MEMORY = term("FromMemory");
    public static final Node ILLUSTRATIVE = term("Illustrative");
    public static final Node NOTE = term("note");

    // Examples, observations and judgements
    public static final Node EXAMPLE = term("Example");
    public static final Node ON_DATE = term("onDate");
    public static final Node EXPECT = term("expect");
    public static final Node OUTCOME = term("outcome");
    public static final Node EXPECT_SCORE = term("expectScore");
    public static final Node EXPECT_BAND = term("expectBand");
    public static final Node OBSERVATION = term("observation");
    public static final Node VALUE = term("value");
    public static final Node OBSERVED_ON = term("observedOn");
    public static final Node SOURCE = term("source");
    public static final Node OBSERVED_NONE = term("observedNone");
    public static final Node JUDGEMENT = term("judgement");
    public static final Node REASON = term("reason");

    // Sources of a submission
    public static final Node INSPECTOR = term("Inspector");
    public static final Node REGISTER = term("Register");
    public static final Node SOURCE_SYSTEM = term("System");
    public static final Node MANAGER = term("Manager");

    // Submissions, beside PROV
    public static final Node SUBMISSION = term("Submission");
    public static final Node SYNTHETIC = term("synthetic");
    public static final Node WHY = term("why");
    public static final Node FILE_NAME = term("fileName");
    public static final Node FILE_DIGEST = term("fileDigest");
    public static final Node NONCE = term("nonce");
    public static final Node SHEET = term("sheet");
    public static final Node ROW = term("row");

    // What an activity was
    public static final Node REGISTERING = term("Registering");
    public static final Node CHANGING = term("Changing");
    public static final Node CLOSING = term("Closing");
    public static final Node IMPORTING = term("Importing");

    /** What was brought by mistake is taken back. */
    public static final Node WITHDRAWING = term("Withdrawing");

    public static final Node ERASING = term("Erasing");
    public static final Node ERASES = term("erases");
    public static final Node APART = term("Apart");

    public static final Node VISITING = term("Visiting");
    public static final Node ASSESSING = term("Assessing");

    // Mappings of other people's tables, beside CSVW
    public static final Node MAPPING = term("Mapping");
    public static final Node UNDER = term("under");
    public static final Node OPTIONAL = term("optional");
    public static final Node BECAUSE = term("because");
    public static final Node FACTOR = term("factor");
    public static final Node SUM_OF = term("sumOf");
    public static final Node PASS_OVER = term("passOver");
    public static final Node NESTED = term("nested");
    public static final Node KEY = term("key");
    public static final Node REPEATED_BY = term("repeatedBy");
    public static final Node WHOLE_SET = term("wholeSet");
    public static final Node SITE_CODE = term("siteCode");
    public static final Node SITE_NAME = term("siteName");
    public static final Node COMMITTEE_CODE = term("committeeCode");
    public static final Node COMMITTEE_NAME = term("committeeName");

    private PL() {}

    /** The term of this vocabulary with a local name. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}

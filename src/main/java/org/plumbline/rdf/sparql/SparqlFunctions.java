package org.plumbline.rdf.sparql;

import java.util.Set;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Datatype;
import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeHours;
import org.apache.jena.sparql.expr.E_DateTimeMinutes;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.E_DateTimeSeconds;
import org.apache.jena.sparql.expr.E_DateTimeTZ;
import org.apache.jena.sparql.expr.E_DateTimeTimezone;
import org.apache.jena.sparql.expr.E_DateTimeYear;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_IsBlank;
import org.apache.jena.sparql.expr.E_IsIRI;
import org.apache.jena.sparql.expr.E_IsLiteral;
import org.apache.jena.sparql.expr.E_IsNumeric;
import org.apache.jena.sparql.expr.E_IsURI;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_LangMatches;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_MD5;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_NumAbs;
import org.apache.jena.sparql.expr.E_NumCeiling;
import org.apache.jena.sparql.expr.E_NumFloor;
import org.apache.jena.sparql.expr.E_NumRound;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_SHA1;
import org.apache.jena.sparql.expr.E_SHA256;
import org.apache.jena.sparql.expr.E_SHA384;
import org.apache.jena.sparql.expr.E_SHA512;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLength;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.E_StrSubstring;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.E_URI;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.E_UnaryMinus;
import org.apache.jena.sparql.expr.E_UnaryPlus;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.vocabulary.XSD;

/** What SPARQL 1.1, section 17, can compute, as the classes that Jena parses it to. */
public final class SparqlFunctions {
    static final Set<Class<?>> FUNCTIONS = Set.of(
            // 17.3 operators
            E_LogicalNot.class,
            E_LogicalAnd.class,
            E_LogicalOr.class,
            E_UnaryPlus.class,
            E_UnaryMinus.class,
            E_Equals.class,
            E_NotEquals.class,
            E_LessThan.class,
            E_LessThanOrEqual.class,
            E_GreaterThan.class,
            E_GreaterThanOrEqual.class,
            E_Add.class,
            E_Subtract.class,
            E_Multiply.class,
            E_Divide.class,
            // 17.4.1 forms
            E_Bound.class,
            E_If.class,
            E_Coalesce.class,
            E_SameTerm.class,
            E_OneOf.class,
            E_NotOneOf.class,
            // 17.4.2 terms
            E_IsIRI.class,
            E_IsURI.class,
            E_IsBlank.class,
            E_IsLiteral.class,
            E_IsNumeric.class,
            E_Str.class,
            E_Lang.class,
            E_Datatype.class,
            E_IRI.class,
            E_URI.class,
            E_BNode.BNode0.class,
            E_BNode.BNode1.class,
            E_StrDatatype.class,
            E_StrLang.class,
            E_UUID.class,
            E_StrUUID.class,
            // 17.4.3 strings
            E_StrLength.class,
            E_StrSubstring.class,
            E_StrUpperCase.class,
            E_StrLowerCase.class,
            E_StrStartsWith.class,
            E_StrEndsWith.class,
            E_StrContains.class,
            E_StrBefore.class,
            E_StrAfter.class,
            E_StrEncodeForURI.class,
            E_StrConcat.class,
            E_LangMatches.class,
            E_Regex.class,
            E_StrReplace.class,
            // 17.4.4 numbers
            E_NumAbs.class,
            E_NumRound.class,
            E_NumCeiling.class,
            E_NumFloor.class,
            E_Random.class,
            // 17.4.5 dates and times
            E_Now.class,
            E_DateTimeYear.class,
            E_DateTimeMonth.class,
            E_DateTimeDay.class,
            E_DateTimeHours.class,
            E_DateTimeMinutes.class,
            E_DateTimeSeconds.class,
            E_DateTimeTimezone.class,
            E_DateTimeTZ.class,
            // 17.4.6 hashes
            E_MD5.class,
            E_SHA1.class,
            E_SHA256.class,
            E_SHA384.class,
            E_SHA512.class);

    static final Set<Class<?>> AGGREGATES = Set.of(
            AggCount.class,
            AggCountDistinct.class,
            AggCountVar.class,
            AggCountVarDistinct.class,
            AggSum.class,
            AggSumDistinct.class,
            AggMin.class,
            AggMinDistinct.class,
            AggMax.class,
            AggMaxDistinct.class,
            AggAvg.class,
            AggAvgDistinct.class,
            AggSample.class,
            AggSampleDistinct.class,
            AggGroupConcat.class,
            AggGroupConcatDistinct.class);

    /** SPARQL 1.1 section 17.5, and the date casts that every store has. */
    public static final Set<String> CASTS = Set.of(
            XSD.xboolean.getURI(),
            XSD.xdouble.getURI(),
            XSD.xfloat.getURI(),
            XSD.decimal.getURI(),
            XSD.integer.getURI(),
            XSD.dateTime.getURI(),
            XSD.date.getURI(),
            XSD.xstring.getURI());

    private SparqlFunctions() {}
}

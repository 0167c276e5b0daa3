package org.plumbline.fact;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.plumbline.rulebook.Text;

/** The sheet that says how the form is filled in. */
final class FormNotes {
    private static final List<Text> RULES = List.of(
            new Text(
                    "留空 = 没有量过、没有查过。不要用0或“无”代替。", "Empty = nobody measured or looked. Do not write 0 or none instead."),
            new Text(
                    "无 = 查过，确实没有（例如从未演练）。",
                    "无 or none = somebody looked, and there is none (a drill was never held, say)."),
            new Text(
                    "多个代码用 ; 或 ；分隔；代码、中文名、英文名都可以，见工作表“代码”。",
                    "Separate several codes by ; or ；. Write the code, its Chinese or its English label; see the sheet 代码."),
            new Text("日期写成 2026-09-01。观察日期不能晚于今天。", "Dates as 2026-09-01. The observation date cannot be after today."),
            new Text(
                    "数字按表头的单位填写，只写数字，最多六位小数。",
                    "Numbers in the unit of the head, the number alone, at most six decimals."),
            new Text(
                    "“站点”表一个站点一行；不同日期或不同来源的观察另起一行。",
                    "Sheet 站点: one row a site; what was seen on another day or by another source goes into another row."),
            new Text(
                    "房间、闭馆等明细表要整组填写：新的一组替换以前的一组。每月数据按月替换。",
                    "Sheets of details (rooms, closures) are complete sets: a new set replaces the earlier one. Monthly data is replaced month by month."),
            new Text(
                    "明细和判定的日期、来源可以留空，这时取“站点”表里该站点那一行的。",
                    "Details and judgements may leave date and source empty: then those of the site's row in 站点 hold."),
            new Text(
                    "居村、片区、街镇掌握的数据（人口、户数）填在站点那一行，或另起一行写那个地方的编码。",
                    "What a committee, area or street holds (residents, households) stands in the site's row, or in a row of its own with the code of that place."),
            new Text("“判定”表只填由人判定的条款，理由必填。", "Sheet 判定 takes only clauses that people judge; a reason is required."),
            new Text(
                    "不要改表头；可以另加名为“备注”的列，不会读取。",
                    "Leave the heads as they are; a column called 备注 or note may be added and is not read."),
            new Text(
                    "“站点”表的列按标准的章分组，“#”开头的列是组名，不用填。点上方的 − 和 + 折叠、展开。",
                    "The columns of 站点 are grouped by the standard's chapters; columns whose head begins with # name a group and"
                            + " stay empty. Fold and unfold with − and + above them."),
            new Text("选中表头可看到问题、单位、范围和代码。", "Select a head to see its question, unit, range and codes."),
            new Text("请不要填写任何居民或党员的个人信息。", "Write nothing about any named resident or Party member."));

    private final FactForm form;

    FormNotes(FactForm form) {
        this.form = form;
    }

    void write(Worksheet to) {
        to.width(0, 70);
        to.width(1, 90);
        to.value(0, 0, "填写说明");
        to.value(0, 1, "How to fill in this form");
        to.style(0, 0).bold().fontSize(14).set();
        to.style(0, 1).bold().fontSize(14).set();
        int row = 1;
        for (var edition : form.editions()) {
            to.value(row, 0, edition.number() + " " + edition.title().zh());
            to.value(row, 1, edition.number() + " " + edition.title().en());
            row++;
        }
        row++;
        for (Text rule : RULES) {
            to.value(row, 0, rule.zh());
            to.value(row, 1, rule.en());
            to.style(row, 0).wrapText(true).verticalAlignment("top").set();
            to.style(row, 1).wrapText(true).verticalAlignment("top").set();
            row++;
        }
    }
}

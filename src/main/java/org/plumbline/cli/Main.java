package org.plumbline.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.plumbline.account.NotAllowed;
import org.plumbline.cli.database.DatabaseFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The program's entry: picks the command. Quarkus starts only in the commands that need it, so the others answer at once.
 * Exit codes: 0 fine, 1 the answer is no, 2 bad usage or unreadable input, with one line that says what to do.
 */
@QuarkusMain
@Command(
        name = "plumbline",
        description = "Holds every neighbourhood service centre against the standard written for it.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    /** Every command; each is a Callable of its exit code with picocli's annotations. */
    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            AccountCommand.class,
            LintCommand.class,
            TestCommand.class,
            AssessCommand.class,
            TemplateCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            PublishCommand.class,
            VerifyCommand.class,
            CheckpointCommand.class,
            EraseCommand.class,
            RebuildCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            HelpCommand.class);

    private final CommandLine line;

    Main() {
        line = new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(Main::badUsage)
                .setExecutionExceptionHandler(Main::failed);
        COMMANDS.forEach(line::addSubcommand);
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getSubcommands().values().stream()
                .filter(command -> !(command.getCommand() instanceof HelpCommand))
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        line.registerConverter(LocalDate.class, Main::date);
    }

    /** Runs one command and leaves with its exit code. */
    public static void main(String... args) {
        System.exit(run(args));
    }

    /** Runs one command in this process and returns its exit code. */
    public static int run(String... args) {
        try {
            return new Main().line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            System.err.println("输入过大或嵌套过深，内存不够。请拆成几个较小的文件，或用 -Xmx 给程序更多内存。 / The input is too large or nested too"
                    + " deep for the memory there is: split it, or give the program more with -Xmx.");
            return 2;
        }
    }

    /** Without a command: what there is. */
    @Override
    public void run() {
        line.usage(line.getOut());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("\"" + text + "\" is no date. Write it as 2026-11-01");
        }
    }

    private static int badUsage(CommandLine.ParameterException problem, String... args) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(problem.getMessage() + ". See: " + name.replaceFirst(" ", " help "));
        return 2;
    }

    private static int failed(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        if (problem instanceof CommandFailure || problem instanceof DatabaseFailure || problem instanceof NotAllowed) {
            command.getErr().println(problem.getMessage());
        } else if (problem instanceof FileSystemException missing) {
            command.getErr().println(missing.getFile() + " cannot be read or written here. Check the path.");
        } else {
            problem.printStackTrace(command.getErr());
        }
        return 2;
    }
}

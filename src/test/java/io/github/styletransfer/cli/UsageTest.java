package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Help, and what is said to a person whose command line or files are wrong. */
class UsageTest {
  private static final String SEE_HELP = "Run 'style-transfer --help' for all options.\n";

  @TempDir private Path folder;
  private Program program;

  @BeforeEach
  void setUp() {
    program = new Program(folder);
  }

  @Test
  void helpShowsEveryOptionWithItsDefaultAndTheExitCodes() {
    program.run("--help");

    assertThat(program.exitCode()).isZero();
    assertThat(program.err()).isEmpty();
    String help = program.out().replaceAll("\\s+", " ");
    assertThat(help)
        .contains(
            "Weight of the content loss (default: 5 with VGG-19, 4 with wavelet).",
            "Weight of the style loss (default: 500 with VGG-19, 100 with wavelet).",
            "Weight of the total variation loss (default: 100 with VGG-19, 0 with wavelet).",
            "What moves the image (default: adam with VGG-19, lbfgs with wavelet).",
            "Evaluations of the loss and its gradient (default: 1000 with VGG-19, 100 with wavelet).",
            "(default: 1 with VGG-19, 3 with wavelet).",
            "Adam's step size in grey levels (default: 10 with VGG-19, 6 with wavelet).",
            "Adam's decay of the first moment (default: 0.9).",
            "(default: 0.999 with VGG-19, 0.99 with wavelet).",
            "Adam's epsilon (default: 1.0E-8).",
            "(default: data/imagenet-vgg-verydeep-19.mat if it is there, else wavelet)",
            "(default: relu4_2 with VGG-19, the coarser half of the levels with wavelet)",
            "(default: noise with VGG-19, content with wavelet)",
            "(default: no with VGG-19, yes with wavelet)",
            "(default: wh)",
            "(default: max)",
            "--[no-]overwrite",
            "--config=FILE");
    assertThat(program.out().replaceAll("\\s", ""))
        .contains(
            "(default:relu1_1,relu2_1,relu3_1,relu4_1,relu5_1withVGG-19,alllevelsandpairswithwavelet)");
    for (ExitCode code : ExitCode.values()) {
      assertThat(program.out()).containsPattern("(?m)^ +" + code.code() + " +");
    }
  }

  @Test
  void versionNamesProgramAndLibraries() {
    program.run("--version");

    assertThat(program.exitCode()).isZero();
    assertThat(program.out())
        .containsPattern("(?s)^style-transfer .*\nND4J .*\noneDNN .*\nJava .*\n$");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--learning-rate=0 | learning rate must be more than 0, not 0.0",
        "--beta1=1 | beta1 must be at least 0 and less than 1, not 1.0",
        "--beta2=-1 | beta2 must be at least 0 and less than 1, not -1.0",
        "--epsilon=0 | epsilon must be more than 0, not 0.0",
        "--iterations=0 | iterations must be 1 or more, not 0",
        "--sizes=0 | sizes must be 1 or more, not 0",
        "--history=0 | history must be 1 or more, not 0",
        "--checkpoints=-1 | checkpoints must be 0 or more, not -1",
        "--content-weight=-1 | the content weight must be 0 or more, not -1.0",
        "--style-weight=NaN | the style weight must be 0 or more, not NaN",
        "--tv-weight=Infinity | the total variation weight must be 0 or more, not Infinity",
        "--size=0 | --size must be 1 or more, not 0",
        "--threads=0 | --threads must be 1 or more, not 0",
        "--memory=0 | --memory must be 1 or more",
        "--max-pixels=0 | --max-pixels must be from 1 to 715827882, not 0",
        "--style-layers=relu1_1,relu1_1 | layer relu1_1 is named twice for the style loss",
      })
  void refusesValuesOutOfRange(String option, String message) {
    program.run(args(option));

    assertThat(program.err()).isEqualTo("style-transfer: " + message + "\n" + SEE_HELP);
    assertThat(program.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--iterations=many | Invalid value for option '--iterations': 'many' is not an int",
        "--content-layers=relu4_2:x | Invalid value for option '--content-layers'"
            + " (LAYER[:W]): 'x' is no number: layers are written name or name:weight",
        "--content-layers=relu4_2:-1 | Invalid value for option '--content-layers'"
            + " (LAYER[:W]): the weight of layer relu4_2 must be a positive number, not -1.0",
        "--memory=much | Invalid value for option '--memory': 'much' is no memory size:"
            + " write it as 800m or 6g",
        "--engine=cuda | Invalid value for option '--engine': expected one of [AUTO, ONEDNN,"
            + " SAMEDIFF] (case-insensitive) but was 'cuda'",
        "--stop-when=5 | Invalid value for option '--stop-when': '5' is no rule: write 0.1%/50 for"
            + " less than 0.1 % over 50 iterations",
        "--stop-when=0%/5 | Invalid value for option '--stop-when': the part of the loss must be"
            + " more than 0% and less than 100%, not 0.0%",
        "--save-state-every=5x | Invalid value for option '--save-state-every': '5x' is no time:"
            + " write 60s, 5m or 1h",
        "--progress=fancy | Invalid value for option '--progress': expected one of [AUTO, BAR,"
            + " PLAIN, NONE] (case-insensitive) but was 'fancy'",
        "--pooling=min | Invalid value for option '--pooling': expected one of [MAX, AVG]"
            + " (case-insensitive) but was 'min'",
      })
  void refusesValuesOfTheWrongForm(String option, String message) {
    program.run(args(option));

    assertThat(program.err()).isEqualTo("style-transfer: " + message + "\n" + SEE_HELP);
    assertThat(program.exitCode()).isEqualTo(2);
  }

  @Test
  void refusesImagesTooSmallForALayer() {
    program.run(args("--size=12"));

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .contains(
            "content.png would have 12 x ",
            " pixels; layer relu4_2 needs at least 9 on each side. Give a larger image or --size,"
                + " or leave the layer out.");
  }

  @Test
  void refusesImagesOfTooManyPixels() {
    program.run(args("--max-pixels=100"));

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .contains("more than the limit of 100. Make the image smaller, or raise --max-pixels.");
  }

  @Test
  void suggestsTheOptionThatWasMeant() {
    program.run(args("--stile-weight=3"));

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .startsWith("style-transfer: Unknown option: '--stile-weight=3'\n")
        .contains("--style-weight");
  }

  @Test
  void namesMissingOptions() {
    program.run("--content=c.jpg");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: Missing required options: '--style=FILE', '--output=FILE'\n"
                + SEE_HELP);
  }

  @Test
  void saysWhereItLookedForAnImage() {
    program.run("--content=none.jpg", "--style=s.jpg", "--output=o.jpg");

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The content image none.jpg does not exist, nor is it in"
                + " input/content/ or input/. Check the name, or give the path of an image.\n");
  }

  @Test
  void listsTheLayersWhenOneIsUnknown() {
    program.run(args("--content-layers=relu9_9"));

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .startsWith(
            "style-transfer: The network has no layer named relu9_9. It has conv1_1, relu1_1, ")
        .endsWith("pool5.\n");
  }

  @Test
  void refusesASizeThatNoImageCanHave() {
    program.run(args("--size=40000"));

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: "
                + GoldenCase.ODD_AVG.file("content.png")
                + " would be resized to 40000 x 27925 pixels; at most 100,000,000 pixels are"
                + " possible. Pass a smaller --size.\n");
  }

  @Test
  void refusesAResultOfUnknownFormat() {
    program.run(Program.goldenArgs(GoldenCase.ODD_AVG, "--output=o.xyz"));

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .startsWith("style-transfer: The result o.xyz needs one of the endings ");
  }

  @Test
  void refusesToReplaceItsOwnInput() throws IOException {
    GoldenCase golden = GoldenCase.ODD_AVG;
    Path content = Files.copy(golden.file("content.png"), folder.resolve("c.png"));
    program.run(
        "--content=" + content,
        "--style=" + golden.file("style.png"),
        "--network=" + golden.file("network.mat"),
        "--output=" + folder.resolve("./c.png"));

    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The run would replace its own input "
                + folder.resolve("./c.png")
                + ": choose another --output name.\n");
    assertThat(content).hasSameBinaryContentAs(golden.file("content.png"));
  }

  @Test
  void refusesAnOutputFolderThatIsAFile() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    program.run(Program.goldenArgs(GoldenCase.ODD_AVG, "--output=" + folder.resolve("file/o.png")));

    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The folder "
                + folder.resolve("file")
                + " can't be written to (a file is in the way): choose another with --output.\n");
  }

  @Test
  void reportsAMissingNetworkFile() {
    GoldenCase golden = GoldenCase.ODD_AVG;
    program.run(
        "--content=" + golden.file("content.png"),
        "--style=" + golden.file("style.png"),
        "--network=none.mat",
        "--output=o.png");

    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.err()).contains("none.mat").contains("imagenet-vgg-verydeep-19.mat");
  }

  @Test
  void reportsALossThatIsNoNumber() {
    program.run(args("--learning-rate=1e30", "--iterations=5"));

    assertThat(program.exitCode()).isEqualTo(7);
    assertThat(program.err())
        .matches(
            "style-transfer: The total loss became (NaN|Infinity) at iteration 2: lower"
                + " --learning-rate or the weights, and check the network file.\n");
  }

  @Test
  void reportsConfigurationFilesThatAreWrong() throws IOException {
    program.run(args("--config=none.properties"));
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The configuration file "
                + folder.resolve("none.properties")
                + " does not exist.\n"
                + SEE_HELP);

    Path file = Files.writeString(folder.resolve("p.properties"), "style-wait=3\n");
    program.run(args("--config=" + file));
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The configuration file "
                + file
                + " has an unknown key 'style-wait': keys are the options' long names without"
                + " dashes, such as style-weight=300.\n"
                + SEE_HELP);
  }

  @Test
  void reportsAConfigurationFileThatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("p.properties"), new byte[] {'a', '=', (byte) 0xff});
    program.run(args("--config=" + file));

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The configuration file "
                + file
                + " isn't text in UTF-8.\n"
                + SEE_HELP);
  }

  @Test
  void refusesTwoConfigurationFiles() {
    program.run(args("--config=a", "--config=b"));

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: option '--config' (FILE) should be specified only once\n" + SEE_HELP);
  }

  @Test
  void refusesANetworkThatIsNoPath() {
    program.run(
        "--content=" + GoldenCase.ODD_AVG.file("content.png"),
        "--style=" + GoldenCase.ODD_AVG.file("style.png"),
        "--network=a\0b",
        "--output=o.png");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err()).startsWith("style-transfer: ").endsWith(SEE_HELP);
  }

  @Test
  void looksForCheckpointsThatExistHoweverManyThereWillBe() throws IOException {
    Path folderOfResult = Files.createDirectory(folder.resolve("output"));
    Files.createFile(folderOfResult.resolve("o_99999999999.png"));
    Files.createFile(folderOfResult.resolve("o_0_0.png"));
    Path checkpoint = Files.createFile(folderOfResult.resolve("o_2147483646.png"));
    program.run(args("--iterations=2147483647", "--checkpoints=2147483647", "--no-overwrite"));

    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: "
                + checkpoint
                + " exists already: choose another --output name, or pass --overwrite.\n");
  }

  private static String[] args(String... more) {
    String[] all = new String[more.length + 1];
    System.arraycopy(more, 0, all, 0, more.length);
    all[more.length] = "--output=o.png";
    return Program.goldenArgs(GoldenCase.ODD_AVG, all);
  }
}

package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.write.ImageWriter;
import io.github.styletransfer.job.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Help, and what is said to a person whose command line or files are wrong. */
class UsageTest extends ProgramFixture {
  @Test
  void helpShowsEveryOptionWithItsDefaultAndTheExitCodes() {
    program.run("--help-all");

    assertThat(program.exitCode()).isZero();
    assertThat(program.err()).isEmpty();
    String help = program.out().replaceAll("\\s+", " ");
    assertThat(help)
        .contains(
            "Weight of the content loss (default: 5 with original, 2 with fine, 20 with thin, 4 with wavelet).",
            "Weight of the style loss (default: 500 with original and thin, 1000000 with fine, 100 with wavelet).",
            "Weight of the total variation loss (default: 100 with original, 60 with fine, 0.006 with thin, 0 with wavelet).",
            "How the image is optimised (default: adam with original, lbfgs with fine and thin and wavelet).",
            "Evaluations of the loss and its gradient; with two numbers, N at the first size and M at each"
                + " further one; with three, then P by Adam to polish the result (default: 1000 with original,"
                + " 60,20,150 with fine, 50,12,60 with thin, 100 with wavelet).",
            "(default: 0 with original and wavelet, 0.9 with fine and thin).",
            "(default: 1 with original, auto with fine and thin, 3 with wavelet, with patches as many as the result's size asks"
                + " for).",
            "(default: network if --network is given or a trained network is in data/, else patches).",
            "how strongly the photo's edges are kept (default: 12).",
            "an odd number from 3 to 17 (default: 5).",
            "a larger one makes larger strokes (default: 1).",
            "in further steps at its own size (default: yes).",
            "(default: 1 with patches, or else drawn at random and logged).",
            "--[no-]finish",
            "--[no-]strip-metadata",
            "Quality of a JPEG or WebP, from 1 to 100, where a WebP loses nothing (default: 95).",
            "of every two, or of every four (default: 4:4:4).",
            "16 for .png and .tif (default: 8).",
            "sRGB, or the photo's own (default: srgb).",
            "or is painted on white (default: white).",
            "--[no-]keep-colors",
            "or the photo's (default: painting).",
            "with its own brightness (default: no).",
            "and input/ (default: everywhere).",
            "Adam's step size in grey levels (default: 10 with original, 6 with fine and thin and wavelet).",
            "Adam's decay of the first moment (default: 0.9 with original and wavelet, 0.95 with fine and thin).",
            "(default: 0.999 with original, 0.99 with fine and thin and wavelet).",
            "Adam's epsilon (default: 1.0E-8).",
            "(default: data/imagenet-vgg-verydeep-19.mat if it is there, else thin if data/thin-vgg19.pth is, else"
                + " wavelet)",
            "(default: relu4_2 with original and fine and thin, the coarser half of the levels with wavelet)",
            "(default: noise with original, content with fine and thin and wavelet)",
            "(default: no with original and fine and thin, yes with wavelet)",
            "(default: wh with original, hw with fine)",
            "(default: max)",
            "(default: relu1_1,relu2_1,relu3_1,relu4_1,relu5_1 with original and fine, relu1_1,relu2_1:2,relu3_1:5,relu4_1:17,relu5_1:0.3"
                + " with thin, all levels and pairs with wavelet).",
            "--[no-]overwrite",
            "--config=FILE");
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
        "--content-strength=-1 | --content-strength must be 0 or more, not -1",
        "--content-strength=NaN | --content-strength must be 0 or more, not NaN",
        "--finest-patch=4 | --finest-patch must be an odd number from 3 to 17, not 4",
        "--finest-patch=19 | --finest-patch must be an odd number from 3 to 17, not 19",
        "--style-scale=0.2 | --style-scale must be from 0.25 to 4, not 0.2",
        "--style-scale=5 | --style-scale must be from 0.25 to 4, not 5",
        "--method=paint | --method must be network or patches, not 'paint'",
        "--learning-rate=0 | --learning-rate must be more than 0, not 0",
        "--learning-rate=Infinity | --learning-rate must be a finite number, not Infinity",
        "--beta1=1 | --beta1 must be at least 0 and less than 1, not 1",
        "--beta1=NaN | --beta1 must be at least 0 and less than 1, not NaN",
        "--beta2=-1 | --beta2 must be at least 0 and less than 1, not -1",
        "--epsilon=0 | --epsilon must be more than 0, not 0",
        "--iterations=0 | --iterations must be 1 or more, not 0",
        "--sizes=0 | --sizes must be 1 or more, not 0",
        "--history=0 | --history must be 1 or more, not 0",
        "--checkpoints=-1 | --checkpoints must be 0 or more, not -1",
        "--content-weight=-1 | --content-weight must be 0 or more, not -1",
        "--style-weight=NaN | --style-weight must be 0 or more, not NaN",
        "--style-weight=1e999 | --style-weight must be a finite number, not 1e999",
        "--tv-weight=-Infinity | --tv-weight must be a finite number, not -Infinity",
        "--size=0 | --size must be 1 or more, not 0",
        "--threads=0 | --threads must be 1 or more, not 0",
        "--memory=0 | --memory must be 1 or more, not 0",
        "--preview=65536 | --preview must be from 0 to 65535, not 65536",
        "--show=ascii | --show must be auto, kitty, iterm, sixel or blocks, not 'ascii'",
        "--preview=-1 | --preview must be from 0 to 65535, not -1",
        "--max-pixels=0 | --max-pixels must be from 1 to 715827882, not 0",
        "--style-layers=relu1_1,relu1_1 | --style-layers names layer relu1_1 twice",
      })
  void refusesValuesOutOfRange(String option, String message) {
    program.run(args(option));

    assertThat(program.err()).isEqualTo("style-transfer: " + message + "\n" + SEE_HELP);
    assertThat(program.exitCode()).isEqualTo(2);
  }

  @Test
  void refusesVideosOfOtherKinds() {
    program.run(args("--timelapse=run.avi"));

    assertThat(program.err())
        .isEqualTo("style-transfer: The timelapse run.avi must end in one of .mp4, .gif, .webp.\n");
    assertThat(program.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--iterations=many | --iterations must be a whole number, or two or three such as 60,20,150, not 'many'",
        "--iterations=1.5 | --iterations must be a whole number, or two or three such as 60,20,150, not '1.5'",
        "--iterations= | --iterations must be a whole number, or two or three such as 60,20,150, not ''",
        "--iterations=2147483648 | --iterations can't be as high as 2147483648",
        "--seed=-9223372036854775809 | --seed can't be as low as -9223372036854775809",
        "--size=big | --size must be a whole number of pixels, or full, not 'big'",
        "--tv-weight=1,5 | --tv-weight must be a number, not '1,5': write 1.5",
        "--beta1= | --beta1 must be a number, not ''",
        "--content-layers=relu4_2:x | --content-layers must name layers with or without weights,"
            + " such as relu4_2 or relu4_2:0.5, not 'relu4_2:x'",
        "--style-layers= | --style-layers must name layers with or without weights, such as"
            + " relu4_2 or relu4_2:0.5, not ''",
        "--content-layers=relu4_2:-1 | --content-layers gives layer relu4_2 the weight -1, which"
            + " must be more than 0",
        "--more-iterations=0 | --more-iterations must be whole numbers of 1 or more, such as 50 or"
            + " 50,20, not '0'",
        "--more-iterations=5,x | --more-iterations must be whole numbers of 1 or more, such as 50 or"
            + " 50,20, not '5,x'",
        "--memory=much | --memory must be a memory size such as 800m or 6g, not 'much'",
        "--engine=cuda | --engine must be auto, onednn or samediff, not 'cuda'",
        "--optimizer=sgd | --optimizer must be adam or lbfgs, not 'sgd'",
        "--kernel-layout=x | --kernel-layout must be wh or hw, not 'x'",
        "--precision=int8 | --precision must be float32 or bfloat16, not 'int8'",
        "--progress=fancy | --progress must be auto, bar, plain or none, not 'fancy'",
        "--style-colors=own | --style-colors must be painting or photo, not 'own'",
        "--keep-colors=perhaps | --keep-colors must be true or false, not 'perhaps'",
        "--where= | --where must not be empty",
        "--pooling=min | --pooling must be max or avg, not 'min'",
        "--overwrite=perhaps | --overwrite must be true or false, not 'perhaps'",
        "--stop-when=5 | --stop-when must be a rule such as 0.1%/50, less than 0.1 % over 50"
            + " iterations, or never, not '5'",
        "--stop-when=0%/5 | --stop-when must be more than 0 % and less than 100 %, over 1 iteration"
            + " or more, not '0%/5'",
        "--save-state-every=5x | --save-state-every must be a time such as 60s, 5m or 1h, not '5x'",
        "--content= | --content must not be empty",
        "--style= | --style must not be empty",
        "--output= | --output must not be empty",
        "--init= | --init must not be empty",
        "--network= | --network must not be empty",
        "--log-dir= | --log-dir must not be empty",
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

  /** It is 17 pixels high at a width of 17 x 64 / 7. */
  @Test
  void refusesPaintingsTooWideForALayer() throws IOException {
    Path wide = folder.resolve("wide.png");
    new ImageWriter().write(new RgbImage(64, 7, new byte[64 * 7 * 3]), wide);
    program.run(withPainting(wide, "--size=40"));

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .matches(
            "(?s).*wide\\.png has 64 x 7 pixels; at the photo's width, it would have 40 x 4; layer"
                + " relu5_1 needs at least 17 on each side\\. Crop the painting at the sides,"
                + " choose another, pass --size 1\\d\\d or more, or leave the layer out\\.\n");
    String size = program.err().replaceAll("(?s).*--size (\\d+) or more.*", "$1");
    program.run(withPainting(wide, "--size=" + size, "--iterations=1"));
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void refusesImagesOfTooManyPixels() {
    program.run(args("--max-pixels=100"));

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .contains("more than the limit of 100. Make the image smaller, or raise --max-pixels.");
  }

  @Test
  void namesMissingImages() {
    program.run("--content=c.jpg");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: There is no painting: name it after the photo, or with --style.\n"
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
                + " allowed. Pass a smaller --size.\n");
  }

  @Test
  void refusesAResultOfUnknownFormat() {
    program.run(Program.goldenArgs(GoldenCase.ODD_AVG, "--output=o.xyz"));

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err()).startsWith("style-transfer: The result o.xyz must end in one of ");
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
            "style-transfer: "
                + file
                + ", line 1: unknown key 'style-wait': did you mean style-weight? Keys are the"
                + " options' long names without dashes, such as style-weight=300.\n"
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
                + " can't be read: it isn't text in UTF-8.\n"
                + SEE_HELP);
  }

  @Test
  void refusesANetworkThatIsNoPath() {
    program.run(
        "--content=" + GoldenCase.ODD_AVG.file("content.png"),
        "--style=" + GoldenCase.ODD_AVG.file("style.png"),
        "--network=a\0b",
        "--output=o.png");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: --network can't be 'a?b': Nul character not allowed\n" + SEE_HELP);
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
                + " already exists: choose another --output name, or pass --overwrite.\n");
  }

  private static String[] args(String... more) {
    String[] all = new String[more.length + 1];
    System.arraycopy(more, 0, all, 0, more.length);
    all[more.length] = "--output=o.png";
    return Program.goldenArgs(GoldenCase.ODD_AVG, all);
  }

  private static String[] withPainting(Path painting, String... more) {
    return Stream.concat(
            Stream.of(args(more)).filter(arg -> !arg.startsWith("--style=")),
            Stream.of("--style=" + painting))
        .toArray(String[]::new);
  }
}

package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Arguments from files, and what overrides them. */
class ArgumentFilesTest extends ProgramFixture {
  @Test
  void giveWayToWhatComesLater() throws IOException {
    Files.writeString(
        folder.resolve("args"),
        "# golden\n--content '"
            + GoldenCase.ODD_AVG.file("content.png")
            + "'\n--style "
            + GoldenCase.ODD_AVG.file("style.png")
            + " --network "
            + GoldenCase.ODD_AVG.file("network.mat")
            + "\n--size 64 --output=o.png --iterations 5 --style-layers=relu9_9,relu8_8"
            + " --log-dir=first --match-colors --no-overwrite -q\n");
    program.run(
        "@args",
        "--size=40",
        "--iterations=1",
        "--style-layers=relu1_1",
        "--log-dir=" + folder.resolve("records"),
        "--no-match-colors",
        "--overwrite",
        "--checkpoints=3",
        "--checkpoints=0");

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(ImageIO.read(folder.resolve("output/o.png").toFile()).getWidth()).isEqualTo(40);
    assertThat(folder.resolve("records/run.json"))
        .content()
        .contains(
            "\"style-layers\" : \"relu1_1:1.0\"",
            "\"iterations\" : \"1\"",
            "\"match-colors\" : \"false\"",
            "\"checkpoints\" : \"0\"");
  }

  @Test
  void areNamedWhenTheyCannotBeRead() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xd8, 0});
    Files.writeString(folder.resolve("outer"), "--size 3 @inner");
    Files.writeString(folder.resolve("loop"), "@loop");
    Files.writeString(folder.resolve("@photo"), "");

    assertThat(message("@none")).isEqualTo("The argument file none does not exist.");
    assertThat(message("--content", "@photo"))
        .isEqualTo("The argument file photo does not exist. For the file @photo write @@photo.");
    assertThat(message("@folder"))
        .isEqualTo("The argument file folder can't be read: it is a folder.");
    assertThat(message("@binary"))
        .isEqualTo("The argument file binary can't be read: it isn't text in UTF-8.");
    assertThat(message("@outer")).isEqualTo("The argument file inner does not exist.");
    assertThat(message("@loop")).isEqualTo("The argument file loop names itself.");
  }

  @Test
  void leaveNamesThatBeginWithTheirMarkToOthers() throws IOException {
    Files.createDirectories(folder.resolve("input"));
    Files.writeString(folder.resolve("input/@photo.png"), "");
    for (List<String> content :
        List.of(List.of("--content", "@@photo.png"), List.of("--content=@photo.png"))) {
      List<String> args = new java.util.ArrayList<>(content);
      args.addAll(List.of("--style=" + GoldenCase.ODD_AVG.file("style.png"), "--output=o.png"));
      program.run(args.toArray(String[]::new));

      assertThat(program.err())
          .isEqualTo(
              "style-transfer: "
                  + folder.resolve("input/@photo.png")
                  + " is empty (0 bytes). Copy, download or export it again.\n");
    }
  }

  private String message(String... args) {
    program.run(args);
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err()).startsWith("style-transfer: ").endsWith(".\n");
    return program.err().substring("style-transfer: ".length(), program.err().length() - 1);
  }
}

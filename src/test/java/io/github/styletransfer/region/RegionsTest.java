package io.github.styletransfer.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.Masks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionsTest {
  private static RegionMap map(int left, int right) {
    return Masks.map(Masks.image(40, 30, (x, y) -> x < 10 ? left : right));
  }

  @Test
  void matchesTheNearestColours() {
    RegionMap photo = map(Masks.RED, Masks.BLUE);
    Regions regions = Regions.matched(photo, List.of(Optional.of(map(0x0810f0, 0xf81004))));

    RegionMap painting = regions.paintings().get(0).orElseThrow();
    assertThat(regions.missing()).isEmpty();
    assertThat(painting.colors()).isEqualTo(photo.colors());
    assertThat(painting.share(0)).isEqualTo(0.25);
    assertThat(painting.share(1)).isEqualTo(0.75);
  }

  @Test
  void missesWhatNoPaintingHas() {
    RegionMap photo = map(Masks.RED, Masks.BLUE);
    RegionMap mask = map(Masks.GREEN, Masks.BLUE);

    assertThat(Regions.matched(photo, List.of(Optional.of(mask))).missing())
        .extracting(RegionColor::toString)
        .containsExactly("#ff0000 (red)");
    assertThat(Regions.unused(photo, mask))
        .extracting(RegionColor::toString)
        .containsExactly("#00ff00 (green)");
    assertThat(Regions.matched(photo, List.of(Optional.of(mask), Optional.empty())).missing())
        .isEmpty();
    assertThat(
            Regions.matched(
                    photo, List.of(Optional.of(mask), Optional.of(map(Masks.RED, Masks.GREEN))))
                .missing())
        .isEmpty();
  }

  @Test
  void leavesOutWhatThePhotoDoesNotHave() {
    RegionMap photo = map(Masks.RED, Masks.BLUE);
    Regions regions = Regions.matched(photo, List.of(Optional.of(map(Masks.GREEN, Masks.BLUE))));
    RegionMap painting = regions.paintings().get(0).orElseThrow();

    assertThat(painting.regions(40, 30)[0]).isEqualTo((byte) -1);
    assertThat(painting.regions(40, 30)[39]).isZero();
    assertThat(painting.share(1)).isZero();
  }
}

package io.cbs.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cbs.data.ImageDataset.Part;
import org.junit.jupiter.api.Test;

class ImageDatasetTest {

    private static final Part ONE = new Part(new byte[] {1, 2, 3, 4}, new byte[] {1});

    @Test
    void fingerprintDependsOnEveryByteAndOnTheShape() {
        String fingerprint = set(2, 2, 2, ONE, ONE).fingerprint();
        assertThat(fingerprint).matches("[0-9a-f]{16}");
        assertThat(set(2, 2, 2, copy(ONE), copy(ONE)).fingerprint()).isEqualTo(fingerprint);
        assertThat(set(4, 1, 2, ONE, ONE).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(set(2, 2, 3, ONE, ONE).fingerprint()).isNotEqualTo(fingerprint);
        Part otherPixel = new Part(new byte[] {1, 2, 3, 5}, new byte[] {1});
        Part otherLabel = new Part(new byte[] {1, 2, 3, 4}, new byte[] {0});
        for (Part other : new Part[] {otherPixel, otherLabel}) {
            assertThat(set(2, 2, 2, other, ONE).fingerprint()).isNotEqualTo(fingerprint);
            assertThat(set(2, 2, 2, ONE, other).fingerprint()).isNotEqualTo(fingerprint);
        }
    }

    @Test
    void labelsAboveSignedByteRangeAreClasses() {
        Part part = new Part(new byte[4], new byte[] {(byte) 200});
        assertThat(set(2, 2, 201, part, part).train().count()).isEqualTo(1);
        assertThatThrownBy(() -> set(2, 2, 200, part, part))
                .hasMessage("label 200 of train example 0 is not below the number of classes, 200");
    }

    @Test
    void partsThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> set(3, 2, 2, ONE, ONE))
                .hasMessage("the train part has 4 bytes of images for 1 labels; expected 6 bytes for each");
        Part empty = new Part(new byte[0], new byte[0]);
        assertThatThrownBy(() -> set(2, 2, 2, ONE, empty)).hasMessage("the held-out part has no examples");
    }

    private static ImageDataset set(int height, int width, int classes, Part train, Part heldOut) {
        return new ImageDataset("test", 1, height, width, classes, train, heldOut);
    }

    private static Part copy(Part part) {
        return new Part(part.images().clone(), part.labels().clone());
    }
}

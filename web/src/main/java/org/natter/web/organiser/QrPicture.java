package org.natter.web.organiser;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as squares that a phone's camera reads, with the quiet edge it needs. Prints masked.
 *
 * @param size how many squares it is wide and high
 * @param path the dark ones, as an SVG path
 */
record QrPicture(int size, String path) {

    private static final int EDGE = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + EDGE)
                            .append(' ')
                            .append(y + EDGE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * EDGE, path.toString());
    }

    @Override
    public String toString() {
        return "QrPicture[masked]";
    }
}

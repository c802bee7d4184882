package dev.vignette.engine.intake;

import java.awt.image.BufferedImage;

/** The middle of one quarter of a picture. */
record Corner(boolean right, boolean bottom) {

    static Corner of(String side, String other) {
        return new Corner(
                side.equals("right") || other.equals("right"),
                side.equals("bottom") || other.equals("bottom"));
    }

    static String opposite(String side) {
        return switch (side) {
            case "top" -> "bottom";
            case "bottom" -> "top";
            case "left" -> "right";
            case "right" -> "left";
            default -> throw new IllegalArgumentException(side);
        };
    }

    /** The nearest name of the colour there. */
    String in(BufferedImage picture) {
        int x = picture.getWidth() * (right ? 3 : 1) / 4;
        int y = picture.getHeight() * (bottom ? 3 : 1) / 4;
        int rgb = picture.getRGB(x, y);
        boolean red = (rgb >> 16 & 0xFF) > 127;
        boolean green = (rgb >> 8 & 0xFF) > 127;
        boolean blue = (rgb & 0xFF) > 127;
        if (red && green && blue) {
            return "white";
        }
        return red ? "red" : green ? "green" : blue ? "blue" : "black";
    }
}

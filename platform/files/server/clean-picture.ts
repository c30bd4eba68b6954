import sharp from "sharp";
import type { MediaType } from "../accepted.ts";

/** Pixels a picture may have when unpacked: a small file can claim a picture that fills the memory. */
const PIXELS_MAX = 60_000_000;

/**
 * The picture without what cameras and programs write beside it (place, device, time, thumbnails), turned upright first
 * because the note that told so goes too. Null when it is no picture after all, or one too large to unpack.
 */
export async function cleanPicture(bytes: Uint8Array, mediaType: MediaType): Promise<Uint8Array | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: "error" }).rotate();
    if (mediaType === "image/png") return await picture.png().toBuffer();
    return mediaType === "image/webp" ? await picture.webp({ quality: 92 }).toBuffer() : await picture.jpeg({ quality: 92 }).toBuffer();
  } catch {
    return null;
  }
}

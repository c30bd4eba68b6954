/**
 * Headers on every answer. Pages run no script but our own files, load nothing from elsewhere and stand in no frame;
 * `styleHash` is the CSP source of the one style sheet inside the page. HSTS only where the public address is https: on plain http it would lock people out.
 */
export function securityHeaders({ publicUrl, styleHash }: { publicUrl: string; styleHash: string }): Readonly<Record<string, string>> {
  return {
    "content-security-policy": [
      "default-src 'none'", `style-src ${styleHash}`, "script-src 'self'", "img-src 'self' data:",
      "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(publicUrl.startsWith("https://") ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

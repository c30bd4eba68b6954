import type { ComponentChildren, VNode } from "preact";

/** The home page's head: a winter night with two lit houses, and one line of words on it. */
export function Hero({ title, children }: { readonly title: string; readonly children: ComponentChildren }): VNode {
  return (
    <div class="hero">
      <div class="wrap"><h1>{title}</h1>{children}</div>
      <Scene />
    </div>
  );
}

function Scene(): VNode {
  return (
    <svg viewBox="0 0 1280 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path d="M466 62h.1M722 58h.1M846 46h.1M1012 18h.1M1180 50h.1" stroke="#fff" stroke-width="3.2" opacity=".8" />
      <path d="M0 104c170-54 300-30 450-4s250-50 410-34 240 50 420 12V210H0z" fill="#2b6f70" />
      <path d="M0 138c190-40 380-14 560-4s320-46 470-24 150 22 250 14v60H0z" fill="#8fb5b1" />
      <path d="M446 160V84m0 30 10-12m-10 32-10-11M474 162v-56m0 22 8-9M846 158V74m0 32 11-13m-11 32-10-11M874 160v-52m0 22-8-9M210 156V92m0 26 9-11M1090 148V82m0 28 9-11m-9 27-9-10" fill="none" stroke="#e9efe9" stroke-width="3" />
      <g transform="translate(0-9)">
        <path d="M572 160v-30h88v30z" fill="#3d3a36" />
        <path d="M650 116v-18h10v24z" fill="#3d3a36" />
        <path d="m556 133 60-34 60 34-4 7-56-31-56 31z" fill="#faf7f1" />
        <path d="M655 92c-7-8 7-13 0-23" fill="none" stroke="#e6f0ee" stroke-width="3" opacity=".7" />
        <path d="M708 160c0-23 15-32 34-32s34 9 34 32z" fill="#efe6d6" />
        <path d="M714 143c15-6 41-6 56 0" fill="none" stroke="#14595a" stroke-width="3" />
        <path d="M600 160v-20h14v20zM630 140h17v12h-17zM735 160v-14h14v14z" fill="#f2b44b" />
      </g>
      <path d="M0 166c230-28 430-4 640-10s410-22 640 4v80H0z" fill="#faf7f1" />
    </svg>
  );
}

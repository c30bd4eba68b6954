import type { ThemeConfig } from "antd";

const SANS = '-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",sans-serif';

/** The design's colours and measures in antd's terms; `desk.css` carries the same values for what antd does not draw. */
export const deskTheme: ThemeConfig = {
  token: {
    colorPrimary: "#14595a", colorPrimaryHover: "#0b3536", colorPrimaryActive: "#08292a", colorPrimaryBg: "#e3eeec", colorPrimaryBgHover: "#d3e4e1", colorPrimaryBorder: "#14595a",
    colorInfo: "#3b4ca6", colorInfoBg: "#e9ecf8", colorInfoBorder: "#b9c1e6",
    colorSuccess: "#087a5c", colorSuccessBg: "#e2f3ec", colorSuccessBorder: "#a6d6c5",
    colorWarning: "#8f5400", colorWarningBg: "#fcf0d8", colorWarningBorder: "#e6c98e",
    colorError: "#98152a", colorErrorBg: "#fae7e6", colorErrorBorder: "#e3b1b0", colorErrorHover: "#7a0f20",
    colorLink: "#14595a", colorLinkHover: "#0b3536", colorLinkActive: "#0b3536",
    colorTextBase: "#1b2523", colorText: "#1b2523", colorTextHeading: "#1b2523", colorTextSecondary: "#46524f", colorTextTertiary: "#5f6a67", colorTextDescription: "#5f6a67",
    colorTextPlaceholder: "#5f6a67", colorTextQuaternary: "#5f6a67", colorTextDisabled: "#5f6a67", colorIcon: "#5f6a67",
    colorBgLayout: "#f6f2ea", colorBgContainerDisabled: "#f1ebdf", colorBorder: "#7e8783", colorBorderSecondary: "#e4ddd0", colorSplit: "#e4ddd0",
    controlOutline: "rgba(242,180,75,0.55)", controlOutlineWidth: 3, lineWidthFocus: 3,
    fontFamily: SANS, fontSize: 14, fontSizeSM: 13, fontSizeHeading1: 28, fontSizeHeading2: 22, fontSizeHeading3: 18, fontSizeHeading4: 16, fontSizeHeading5: 14, lineHeight: 1.6, fontWeightStrong: 600,
    // A button that is at work stays readable.
    opacityLoading: 1, borderRadius: 6, borderRadiusLG: 10, borderRadiusSM: 4, controlHeight: 36, controlHeightLG: 44, controlHeightSM: 28, motion: false,
  },
  components: {
    Button: { fontWeight: 600, primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", defaultColor: "#14595a", defaultBorderColor: "#14595a" },
    Table: { headerBg: "#f1ebdf", headerColor: "#46524f", headerSplitColor: "transparent", borderColor: "#e4ddd0", rowHoverBg: "#f3f7f5", cellPaddingBlock: 10, cellPaddingInline: 12 },
    Tabs: { titleFontSize: 15, itemColor: "#46524f", inkBarColor: "#14595a" },
    Form: { verticalLabelPadding: "0 0 4px" },
    Alert: { defaultPadding: "10px 14px", withDescriptionPadding: "12px 16px" },
  },
};

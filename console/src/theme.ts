import { colours } from '@wangdi/ui/tokens/tokens.ts'
import type { ThemeConfig } from 'antd'

/** The antd theme: the tokens of the drawings, 14 px type, 32 px controls, no shadow but for pop-ups. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.accentFill,
    // Lighter, as antd would have it, white words on it cannot be read.
    colorPrimaryHover: colours.accent,
    colorInfo: colours.accentFill,
    colorLink: colours.accent,
    colorLinkHover: colours.accent,
    colorError: colours.not,
    colorWarning: colours.due,
    colorSuccess: colours.done,
    colorText: colours.text,
    colorTextSecondary: colours.text2,
    colorTextTertiary: colours.text3,
    colorTextPlaceholder: colours.text3,
    colorBorder: colours.control,
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.page,
    borderRadius: 6,
    borderRadiusLG: 8,
    borderRadiusSM: 4,
    controlHeight: 32,
    fontSize: 14,
    fontFamily: 'var(--sans)',
    fontWeightStrong: 600,
    // Cut short by style alone, a window can wait for ever for the end of its own closing.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationSlow: '0.15s',
    motionDurationMid: '0.12s',
    motionDurationFast: '0.08s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: { headerBg: colours.fill, headerColor: colours.text2, rowHoverBg: colours.fill },
  },
}

/** Full-width letters, digits and signs (U+FF01 to U+FF5E) and the wide blank as their ASCII selves; all else stays. */
export const halfWidth = (text: string): string =>
  !/[\uff01-\uff5e\u3000]/.test(text)
    ? text
    : text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

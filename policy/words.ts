/** A text in the two languages of the house: Chinese as spoken in the field, and English. */
export interface Words {
  zh: string
  en: string
}

/** A text by its two wordings. */
export const w = (zh: string, en: string): Words => ({ zh, en })

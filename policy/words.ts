/** A text in the two languages of the house: Chinese as spoken in the field, and English. */
export interface Words {
  zh: string
  en: string
}

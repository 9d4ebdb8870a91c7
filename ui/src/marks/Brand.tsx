/** The brand: a bowl knotted as a net, the bottom that holds. */
export function Brand({ size = 24, label }: { size?: number; label?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="#0e7c7b"
      strokeWidth="1.5"
      strokeLinecap="round"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d="M2.5 6.5h19M3.2 6.5c.4 7.5 4 12.5 8.8 12.5s8.4-5 8.8-12.5" />
      <path d="M8 6.5c0 5.5 1.5 10.2 4 12.5 2.5-2.3 4-7 4-12.5M4.2 11.6h15.6" opacity=".75" />
    </svg>
  )
}

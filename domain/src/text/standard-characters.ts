// Characters that older fonts and encodings kept where Unicode has nothing (private use), and the standard characters that they are:
// GB 18030-2005 and 2022, appendix D; those of GBK from 1995. Each pair is the place of private use and the standard one, in hex.
const pairs =
  'E78D:FE10 E78E:FE12 E78F:FE11 E790:FE13 E791:FE14 E792:FE15 E793:FE16 E794:FE17 E795:FE18 E796:FE19 E7C7:1E3F E7C8:1F9 ' +
  'E815:2E81 E816:20087 E817:20089 E818:200CC E819:2E84 E81A:3473 E81B:3447 E81C:2E88 E81D:2E8B E81E:9FB4 E81F:359E E820:361A ' +
  'E821:360E E822:2E8C E823:2E97 E824:396E E825:3918 E826:9FB5 E827:39CF E828:39DF E829:3A73 E82A:39D0 E82B:9FB6 E82C:9FB7 ' +
  'E82D:3B4E E82E:3C6E E82F:3CE0 E830:2EA7 E831:215D7 E832:9FB8 E833:2EAA E834:4056 E835:415F E836:2EAE E837:4337 E838:2EB3 ' +
  'E839:2EB6 E83A:2EB7 E83B:2298F E83C:43B1 E83D:43AC E83E:2EBB E83F:43DD E840:44D6 E841:4661 E842:464C E843:9FB9 E844:4723 ' +
  'E845:4729 E846:477C E847:478D E848:2ECA E849:4947 E84A:497A E84B:497D E84C:4982 E84D:4983 E84E:4985 E84F:4986 E850:499F ' +
  'E851:499B E852:49B7 E853:49B6 E854:9FBA E855:241FE E856:4CA3 E857:4C9F E858:4CA0 E859:4CA1 E85A:4C77 E85B:4CA2 E85C:4D13 ' +
  'E85D:4D14 E85E:4D15 E85F:4D16 E860:4D17 E861:4D18 E862:4D19 E863:4DAE E864:9FBB '

const standard = new Map(
  pairs
    .trim()
    .split(' ')
    .map((pair) => pair.split(':').map((hex) => String.fromCodePoint(Number.parseInt(hex, 16))) as [string, string]),
)

/** The same text with standard characters, so that a name is one name however its file mapped it; unknown private ones stay. */
export const standardCharacters = (text: string): string =>
  /[\ue000-\uf8ff]/.test(text) ? text.replace(/[\ue000-\uf8ff]/g, (sign) => standard.get(sign) ?? sign) : text

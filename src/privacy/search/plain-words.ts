/**
 * English words that names in pinyin may look like: `Li Ke` without its space is `like`, and `He Can` reads as English. A match
 * that consists of such words alone counts as a name only if each part has a capital; else every report would contain some.
 */
export const plainWords = new Set(
  `a abide able again age agenda aide aim alike alone along am an and angle anyone are area aria arise as aside at aware ban bang
  banner bare base bathe be bear bed been being ben bin bind binding bite both bug bun but by cache came can cane care cause
  chain chance change charge che chi chin china chose coma come coming cue cute dale damage dance dangle dare data date daze de
  dealing debate deed demo den denote die dime dine dike ding do doe done due dune during ease edge eke engage enhance ensure
  era erase eye face fade fake fame fan fang fate fed feed fence fen few file fine fire fun future gain gaining gale game gang
  gape gate gaze gene gong gong great guide guidance guise had hair hale hang hanging hare haste hate have haze he head hear heed
  hen hence her here hero hide hike him hire his hole home hone hope house huge hung if image in is it its jade jean june kale ken
  kite la lake lame lane language large late law lay leading lean lease leave led lei lie life like lime limiting line linger liu
  live lo locate lone long loose lore lose loss lost lung lure machine made make male man manage mane manner mango many mare
  mate mature may maybe maze me mean meaning media meeting mellow men menu mere mime mine mingle minute mire mite moan mode mole
  monde more mu mule music muse mute name naming native nature near need negate never nice niche nine no none noon nose note
  nude nuance of off on once one open or other our ours out own page paid pain pale pan pane pang pare paste pawn pay pea pending pen
  pie piece pike pile pin pine ping pipe poise pole pore pose pang puke pure quake quote race rage rain raise ran rang range rare
  rate reading reduce refuse relate remain remaining rename resume ride rule ruling run rune rung safe sake sale same sane sang
  sauce see seeing seen sense sent shade shake shale shame shame shanghai shape share sharing she shine shone should shun
  side since sing single site size so soda some son song sour sun suite sure table tail take taken taking tale tame tan tang
  tango tape teach team ten tense the their them then they this those tide tie tile time timing tine tire to toe tone too tore
  tray true tube tune tuning use wade wage waiting wake wan wane want wanting was we were what when which who will win with wo won
  woe would ye you young your`.split(/\s+/),
);

// Which elements stand in which, and in what order: the content models of ECMA-376, part 1 (the schemas pml, dml-main,
// dml-chart and shared-math), for what presentations are written with. An office program asks to repair a file that
// does not keep to them. What is not listed is not looked into.
//
// A line is an element, its attributes (`!` where it cannot be without) and what stands in it, as a regular expression
// over names. `$Name` is a group, `name=model` a child that is modelled otherwise than its name says.

const groups = `
Colour   = (a:scrgbClr | a:srgbClr | a:hslClr | a:sysClr | a:schemeClr | a:prstClr)
Fill     = (a:noFill | a:solidFill | a:gradFill | a:blipFill | a:pattFill | a:grpFill)
LineFill = (a:noFill | a:solidFill | a:gradFill | a:pattFill)
Effect   = (a:effectLst | a:effectDag)
Change   = (a:tint | a:shade | a:comp | a:inv | a:gray | a:alpha | a:alphaOff | a:alphaMod | a:hue | a:hueOff | a:hueMod | a:sat | a:satOff | a:satMod | a:lum | a:lumOff | a:lumMod | a:red | a:redOff | a:redMod | a:green | a:greenOff | a:greenMod | a:blue | a:blueOff | a:blueMod | a:gamma | a:invGamma)*
Shape    = (p:sp | p:grpSp | p:graphicFrame | p:cxnSp | p:pic | p:contentPart)
Media    = (a:audioCd | a:wavAudioFile | a:audioFile | a:videoFile | a:quickTimeFile)
Text     = a:bodyPr a:lstStyle? a:p+
Levels   = a:defPPr=a:pPr? a:lvl1pPr=a:pPr? a:lvl2pPr=a:pPr? a:lvl3pPr=a:pPr? a:lvl4pPr=a:pPr? a:lvl5pPr=a:pPr? a:lvl6pPr=a:pPr? a:lvl7pPr=a:pPr? a:lvl8pPr=a:pPr? a:lvl9pPr=a:pPr? a:extLst?
Geometry = a:xfrm? (a:custGeom | a:prstGeom)? $Fill? a:ln? $Effect? a:scene3d? a:sp3d? a:extLst?
Picture  = a:blip? a:srcRect? (a:tile | a:stretch)?
TimeNode = (p:par | p:seq | p:excl | p:anim | p:animClr | p:animEffect | p:animMotion | p:animRot | p:animScale | p:cmd | p:set | p:audio | p:video)
Plot     = (c:areaChart | c:area3DChart | c:lineChart | c:line3DChart | c:stockChart | c:radarChart | c:scatterChart | c:pieChart | c:pie3DChart | c:doughnutChart | c:barChart | c:bar3DChart | c:ofPieChart | c:surfaceChart | c:surface3DChart | c:bubbleChart)
Series   = c:idx c:order c:tx=series-name? c:spPr?
Label    = c:numFmt? c:spPr? c:txPr? c:dLblPos? c:showLegendKey? c:showVal? c:showCatName? c:showSerName? c:showPercent? c:showBubbleSize? c:separator?
Axis     = c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:minorGridlines? c:title? c:numFmt? c:majorTickMark? c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx (c:crosses | c:crossesAt)?
Math     = (m:acc | m:bar | m:box | m:borderBox | m:d | m:eqArr | m:f | m:func | m:groupChr | m:limLow | m:limUpp | m:m | m:nary | m:phant | m:rad | m:sPre | m:sSub | m:sSubSup | m:sSup | m:r)*
Argument = m:argPr? $Math m:ctrlPr?
`;

const models = `
p:presentation = p:sldMasterIdLst? p:notesMasterIdLst? p:handoutMasterIdLst? p:sldIdLst? p:sldSz? p:notesSz p:smartTags? p:embeddedFontLst? p:custShowLst? p:photoAlbum? p:custDataLst? p:kinsoku? p:defaultTextStyle=levels? p:modifyVerifier? p:extLst?
p:sldMasterIdLst = p:sldMasterId*
p:sldMasterId @id @r:id! = p:extLst?
p:notesMasterIdLst = p:notesMasterId?
p:notesMasterId @r:id! = p:extLst?
p:sldIdLst = p:sldId*
p:sldId @id! @r:id! = p:extLst?
p:sldSz @cx! @cy! @type =
p:notesSz @cx! @cy! =
p:sld @showMasterSp @showMasterPhAnim @show = p:cSld p:clrMapOvr? p:transition? p:timing? p:extLst?
p:sldLayout @matchingName @type @preserve @userDrawn @showMasterSp @showMasterPhAnim = p:cSld p:clrMapOvr? p:transition? p:timing? p:hf? p:extLst?
p:sldMaster @preserve = p:cSld p:clrMap p:sldLayoutIdLst? p:transition? p:timing? p:hf? p:txStyles? p:extLst?
p:notes @showMasterSp @showMasterPhAnim = p:cSld p:clrMapOvr? p:extLst?
p:notesMaster = p:cSld p:clrMap p:hf? p:notesStyle=levels? p:extLst?
p:sldLayoutIdLst = p:sldLayoutId*
p:sldLayoutId @id @r:id! = p:extLst?
p:txStyles = p:titleStyle=levels? p:bodyStyle=levels? p:otherStyle=levels? p:extLst?
p:clrMap @bg1! @tx1! @bg2! @tx2! @accent1! @accent2! @accent3! @accent4! @accent5! @accent6! @hlink! @folHlink! = a:extLst?
p:clrMapOvr = (a:masterClrMapping | a:overrideClrMapping)
p:cSld @name = p:bg? p:spTree p:custDataLst? p:controls? p:extLst?
p:bg @bwMode = (p:bgPr | p:bgRef)
p:bgPr @shadeToTitle = $Fill $Effect? p:extLst?
p:bgRef @idx! = $Colour?
p:spTree = p:nvGrpSpPr p:grpSpPr $Shape* p:extLst?
p:grpSp = p:nvGrpSpPr p:grpSpPr $Shape* p:extLst?
p:nvGrpSpPr = p:cNvPr p:cNvGrpSpPr p:nvPr
p:cNvGrpSpPr = a:grpSpLocks? a:extLst?
p:grpSpPr @bwMode = a:xfrm=group-place? $Fill? $Effect? a:scene3d? a:extLst?
p:sp @useBgFill = p:nvSpPr p:spPr p:style? p:txBody? p:extLst?
p:nvSpPr = p:cNvPr p:cNvSpPr p:nvPr
p:cNvPr @id! @name! @descr @hidden @title = a:hlinkClick? a:hlinkHover? a:extLst?
p:cNvSpPr @txBox = a:spLocks? a:extLst?
p:nvPr @isPhoto @userDrawn = p:ph? $Media? p:custDataLst? p:extLst?
p:ph @type @orient @sz @idx @hasCustomPrompt = p:extLst?
p:spPr @bwMode = $Geometry
p:pic = p:nvPicPr p:blipFill p:spPr p:style? p:extLst?
p:nvPicPr = p:cNvPr p:cNvPicPr p:nvPr
p:cNvPicPr @preferRelativeResize = a:picLocks? a:extLst?
p:blipFill @dpi @rotWithShape = $Picture
p:cxnSp = p:nvCxnSpPr p:spPr p:style? p:extLst?
p:nvCxnSpPr = p:cNvPr p:cNvCxnSpPr p:nvPr
p:cNvCxnSpPr = a:cxnSpLocks? a:stCxn? a:endCxn? a:extLst?
a:stCxn @id! @idx! =
a:endCxn @id! @idx! =
p:graphicFrame @bwMode = p:nvGraphicFramePr p:xfrm a:graphic p:extLst?
p:nvGraphicFramePr = p:cNvPr p:cNvGraphicFramePr p:nvPr
p:cNvGraphicFramePr = a:graphicFrameLocks? a:extLst?
p:xfrm @rot @flipH @flipV = a:off? a:ext=size?
a:graphic = a:graphicData
p:style = a:lnRef a:fillRef a:effectRef a:fontRef
p:txBody = $Text
a:xfrm @rot @flipH @flipV = a:off? a:ext=size?
group-place @rot @flipH @flipV = a:off? a:ext=size? a:chOff? a:chExt?
a:off @x! @y! =
size @cx! @cy! =
a:chOff @x! @y! =
a:chExt @cx! @cy! =
a:prstGeom @prst! = a:avLst?
a:avLst = a:gd*
a:gd @name! @fmla! =
a:custGeom = a:avLst? a:gdLst? a:ahLst? a:cxnLst? a:rect? a:pathLst
a:pathLst = a:path=outline*
outline @w @h @fill @stroke @extrusionOk = (a:close | a:moveTo | a:lnTo | a:arcTo | a:quadBezTo | a:cubicBezTo)*
a:moveTo = a:pt
a:lnTo = a:pt
a:quadBezTo = a:pt a:pt
a:cubicBezTo = a:pt a:pt a:pt
a:arcTo @wR! @hR! @stAng! @swAng! =
a:pt @x! @y! =
a:ln @w @cap @cmpd @algn = $LineFill? (a:prstDash | a:custDash)? (a:round | a:bevel | a:miter)? a:headEnd? a:tailEnd? a:extLst?
a:solidFill = $Colour?
a:gradFill @flip @rotWithShape = a:gsLst? (a:lin | a:path)? a:tileRect?
a:gsLst = a:gs a:gs+
a:gs @pos! = $Colour
a:pattFill @prst = a:fgClr? a:bgClr?
a:blipFill @dpi @rotWithShape = $Picture
a:blip @r:embed @r:link @cstate = (a:alphaBiLevel | a:alphaCeiling | a:alphaFloor | a:alphaInv | a:alphaMod | a:alphaModFix | a:alphaRepl | a:biLevel | a:blur | a:clrChange | a:clrRepl | a:duotone | a:fillOverlay | a:grayscl | a:hsl | a:lum | a:tint)* a:extLst?
a:srcRect @l @t @r @b =
a:stretch = a:fillRect?
a:srgbClr @val! = $Change
a:schemeClr @val! = $Change
a:sysClr @val! @lastClr = $Change
a:prstClr @val! = $Change
a:effectLst = a:blur? a:fillOverlay? a:glow? a:innerShdw? a:outerShdw? a:prstShdw? a:reflection? a:softEdge?
a:bodyPr @rot @spcFirstLastPara @vertOverflow @horzOverflow @vert @wrap @lIns @tIns @rIns @bIns @numCol @spcCol @rtlCol @fromWordArt @anchor @anchorCtr @forceAA @upright @compatLnSpc = a:prstTxWarp? (a:noAutofit | a:normAutofit | a:spAutoFit)? a:scene3d? (a:sp3d | a:flatTx)? a:extLst?
a:lstStyle = $Levels
levels = $Levels
a:p = a:pPr? (a:r | a:br | a:fld | a14:m)* a:endParaRPr=a:rPr?
a:pPr @marL @marR @lvl @indent @algn @defTabSz @rtl @eaLnBrk @fontAlgn @latinLnBrk @hangingPunct = a:lnSpc? a:spcBef? a:spcAft? (a:buClrTx | a:buClr)? (a:buSzTx | a:buSzPct | a:buSzPts)? (a:buFontTx | a:buFont)? (a:buNone | a:buAutoNum | a:buChar | a:buBlip)? a:tabLst? a:defRPr=a:rPr? a:extLst?
a:lnSpc = (a:spcPct | a:spcPts)
a:spcBef = (a:spcPct | a:spcPts)
a:spcAft = (a:spcPct | a:spcPts)
a:spcPct @val! =
a:spcPts @val! =
a:buClr = $Colour
a:buSzPct @val! =
a:buFont @typeface! @panose @pitchFamily @charset =
a:buChar @char! =
a:buAutoNum @type! @startAt =
a:r = a:rPr? a:t
a:br = a:rPr?
a:fld @id! @type = a:rPr? a:pPr? a:t?
a:rPr @kumimoji @lang @altLang @sz @b @i @u @strike @kern @cap @spc @normalizeH @baseline @noProof @dirty @err @smtClean @smtId @bmk = a:ln? $Fill? $Effect? a:highlight? (a:uLnTx | a:uLn)? (a:uFillTx | a:uFill)? a:latin? a:ea? a:cs? a:sym? a:hlinkClick? a:hlinkMouseOver? a:rtl? a:extLst?
a:highlight = $Colour
a:latin @typeface! @panose @pitchFamily @charset =
a:ea @typeface! @panose @pitchFamily @charset =
a:cs @typeface! @panose @pitchFamily @charset =
a:hlinkClick @r:id @invalidUrl @action @tgtFrame @tooltip @history @highlightClick @endSnd = a:snd? a:extLst?
a14:m = (m:oMathPara | m:oMath)
a:tbl = a:tblPr? a:tblGrid a:tr*
a:tblPr @rtl @firstRow @firstCol @lastRow @lastCol @bandRow @bandCol = $Fill? $Effect? (a:tableStyle | a:tableStyleId)? a:extLst?
a:tblGrid = a:gridCol*
a:gridCol @w! = a:extLst?
a:tr @h! = a:tc* a:extLst?
a:tc @rowSpan @gridSpan @hMerge @vMerge @id = a:txBody? a:tcPr? a:extLst?
a:txBody = $Text
a:tcPr @marL @marR @marT @marB @vert @anchor @anchorCtr @horzOverflow = a:lnL=a:ln? a:lnR=a:ln? a:lnT=a:ln? a:lnB=a:ln? a:lnTlToBr=a:ln? a:lnBlToTr=a:ln? a:cell3D? $Fill? a:headers? a:extLst?
p:timing = p:tnLst? p:bldLst? p:extLst?
p:tnLst = $TimeNode+
p:childTnLst = $TimeNode+
p:par = p:cTn
p:seq @concurrent @prevAc @nextAc = p:cTn p:prevCondLst? p:nextCondLst?
p:cTn @id @presetID @presetClass @presetSubtype @dur @repeatCount @repeatDur @spd @accel @decel @autoRev @restart @fill @syncBehavior @tmFilter @evtFilter @display @masterRel @bldLvl @grpId @afterEffect @nodeType @nodePh = p:stCondLst? p:endCondLst? p:endSync? p:iterate? p:childTnLst? p:subTnLst?
p:stCondLst = p:cond+
p:endCondLst = p:cond+
p:prevCondLst = p:cond+
p:nextCondLst = p:cond+
p:cond @evt @delay = (p:tgtEl | p:tn | p:rtn)?
p:set = p:cBhvr p:to?
p:animEffect @transition @filter @prLst = p:cBhvr p:progress?
p:cBhvr @additive @accumulate @xfrmType @from @to @by @rctx @override = p:cTn p:tgtEl p:attrNameLst?
p:tgtEl = (p:sldTgt | p:sndTgt | p:spTgt | p:inkTgt)
p:spTgt @spid! = (p:bg=empty | p:subSp | p:oleChartEl | p:txEl | p:graphicEl)?
p:txEl = (p:charRg | p:pRg)?
p:pRg @st! @end! =
p:attrNameLst = p:attrName+
p:to = (p:boolVal | p:intVal | p:fltVal | p:strVal | p:clrVal)
p:bldLst = (p:bldP | p:bldDgm | p:bldOleChart | p:bldGraphic)+
p:bldP @spid! @grpId! @uiExpand @build @bldLvl @animBg @autoUpdateAnimBg @rev @advAuto = p:tmplLst?
empty =
a:theme @name = a:themeElements a:objectDefaults? a:extraClrSchemeLst? a:custClrLst? a:extLst?
a:themeElements = a:clrScheme a:fontScheme a:fmtScheme a:extLst?
a:clrScheme @name! = a:dk1=colour a:lt1=colour a:dk2=colour a:lt2=colour a:accent1=colour a:accent2=colour a:accent3=colour a:accent4=colour a:accent5=colour a:accent6=colour a:hlink=colour a:folHlink=colour a:extLst?
colour = $Colour
a:fontScheme @name! = a:majorFont=fonts a:minorFont=fonts a:extLst?
fonts = a:latin a:ea a:cs a:font* a:extLst?
a:fmtScheme @name = a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst
a:fillStyleLst = $Fill $Fill $Fill+
a:lnStyleLst = a:ln a:ln a:ln+
a:effectStyleLst = a:effectStyle a:effectStyle a:effectStyle+
a:effectStyle = $Effect a:scene3d? a:sp3d?
a:bgFillStyleLst = $Fill $Fill $Fill+
c:chartSpace = c:date1904? c:lang? c:roundedCorners? c:style? c:clrMapOvr? c:pivotSource? c:protection? c:chart=chart? c:spPr? c:txPr? c:externalData? c:printSettings? c:userShapes? c:extLst?
c:chart @r:id! =
chart = c:title? c:autoTitleDeleted? c:pivotFmts? c:view3D? c:floor? c:sideWall? c:backWall? c:plotArea c:legend? c:plotVisOnly? c:dispBlanksAs? c:showDLblsOverMax? c:extLst?
c:title = c:tx=chart-text? c:layout? c:overlay? c:spPr? c:txPr? c:extLst?
chart-text = (c:strRef | c:rich)
c:rich = $Text
c:txPr = $Text
c:spPr @bwMode = $Geometry
c:layout = c:manualLayout? c:extLst?
c:manualLayout = c:layoutTarget? c:xMode? c:yMode? c:wMode? c:hMode? c:x? c:y? c:w? c:h? c:extLst?
c:plotArea = c:layout? $Plot+ (c:valAx | c:catAx | c:dateAx | c:serAx)* c:dTable? c:spPr? c:extLst?
c:barChart = c:barDir c:grouping? c:varyColors? c:ser=bar-series* c:dLbls? c:gapWidth? c:overlap? c:serLines* c:axId c:axId c:extLst?
c:lineChart = c:grouping c:varyColors? c:ser=line-series* c:dLbls? c:dropLines? c:hiLowLines? c:upDownBars? c:marker=flag? c:smooth? c:axId c:axId c:extLst?
c:scatterChart = c:scatterStyle c:varyColors? c:ser=scatter-series* c:dLbls? c:axId c:axId c:extLst?
c:pieChart = c:varyColors? c:ser=pie-series* c:dLbls? c:firstSliceAng? c:extLst?
bar-series = $Series c:invertIfNegative? c:pictureOptions? c:dPt* c:dLbls? c:trendline* c:errBars? c:cat? c:val? c:shape? c:extLst?
line-series = $Series c:marker? c:dPt* c:dLbls? c:trendline* c:errBars? c:cat? c:val? c:smooth? c:extLst?
scatter-series = $Series c:marker? c:dPt* c:dLbls? c:trendline* c:errBars* c:xVal? c:yVal? c:smooth? c:extLst?
pie-series = $Series c:explosion? c:dPt* c:dLbls? c:cat? c:val? c:extLst?
flag @val =
series-name = (c:strRef | c:v)
c:marker = c:symbol? c:size? c:spPr? c:extLst?
c:dPt = c:idx c:invertIfNegative? c:marker? c:bubble3D? c:explosion? c:spPr? c:pictureOptions? c:extLst?
c:dLbls = c:dLbl* (c:delete | $Label c:showLeaderLines? c:leaderLines?) c:extLst?
c:dLbl = c:idx (c:delete | c:layout? c:tx=chart-text? $Label) c:extLst?
c:cat = (c:multiLvlStrRef | c:numRef | c:strRef | c:numLit | c:strLit)
c:val = (c:numRef | c:numLit)
c:xVal = (c:multiLvlStrRef | c:numRef | c:strRef | c:numLit | c:strLit)
c:yVal = (c:numRef | c:numLit)
c:strRef = c:f c:strCache? c:extLst?
c:numRef = c:f c:numCache? c:extLst?
c:strCache = c:ptCount? c:pt* c:extLst?
c:numCache = c:formatCode? c:ptCount? c:pt* c:extLst?
c:pt @idx! @formatCode = c:v
c:catAx = $Axis c:auto? c:lblAlgn? c:lblOffset? c:tickLblSkip? c:tickMarkSkip? c:noMultiLvlLbl? c:extLst?
c:valAx = $Axis c:crossBetween? c:majorUnit? c:minorUnit? c:dispUnits? c:extLst?
c:dateAx = $Axis c:auto? c:lblOffset? c:baseTimeUnit? c:majorUnit? c:majorTimeUnit? c:minorUnit? c:minorTimeUnit? c:extLst?
c:scaling = c:logBase? c:orientation? c:max? c:min? c:extLst?
c:majorGridlines = c:spPr?
c:legend = c:legendPos? c:legendEntry* c:layout? c:overlay? c:spPr? c:txPr? c:extLst?
c:externalData @r:id! = c:autoUpdate?
m:oMathPara = m:oMathParaPr? m:oMath+
m:oMath = $Math
m:e = $Argument
m:num = $Argument
m:den = $Argument
m:sub = $Argument
m:sup = $Argument
m:deg = $Argument
m:lim = $Argument
m:fName = $Argument
m:r = m:rPr? a:rPr? m:t*
m:rPr = m:lit? (m:nor | m:scr? m:sty?)? m:brk? m:aln?
m:f = m:fPr? m:num m:den
m:fPr = m:type? m:ctrlPr?
m:acc = m:accPr? m:e
m:accPr = m:chr? m:ctrlPr?
m:bar = m:barPr? m:e
m:d = m:dPr? m:e+
m:dPr = m:begChr? m:sepChr? m:endChr? m:grow? m:shp? m:ctrlPr?
m:eqArr = m:eqArrPr? m:e+
m:func = m:funcPr? m:fName m:e
m:groupChr = m:groupChrPr? m:e
m:groupChrPr = m:chr? m:pos? m:vertJc? m:ctrlPr?
m:limLow = m:limLowPr? m:e m:lim
m:limUpp = m:limUppPr? m:e m:lim
m:m = m:mPr? m:mr+
m:mPr = m:baseJc? m:plcHide? m:rSpRule? m:cGpRule? m:rSp? m:cSp? m:cGp? m:mcs? m:ctrlPr?
m:mr = m:e+
m:nary = m:naryPr? m:sub m:sup m:e
m:naryPr = m:chr? m:limLoc? m:grow? m:subHide? m:supHide? m:ctrlPr?
m:rad = m:radPr? m:deg m:e
m:radPr = m:degHide? m:ctrlPr?
m:sPre = m:sPrePr? m:sub m:sup m:e
m:sSub = m:sSubPr? m:e m:sub
m:sSup = m:sSupPr? m:e m:sup
m:sSubSup = m:sSubSupPr? m:e m:sub m:sup
s:workbook = s:fileVersion? s:fileSharing? s:workbookPr? s:workbookProtection? s:bookViews? s:sheets s:functionGroups? s:externalReferences? s:definedNames? s:calcPr? s:extLst?
s:sheets = s:sheet+
s:sheet @name! @sheetId! @state @r:id! =
s:worksheet = s:sheetPr? s:dimension? s:sheetViews? s:sheetFormatPr? s:cols? s:sheetData s:tableParts? s:extLst?
s:sheetData = s:row*
s:row @r @spans @s @ht @customHeight @customFormat @hidden = s:c* s:extLst?
s:c @r @s @t = s:f? s:v? s:is? s:extLst?
s:is = s:t? s:r*
`;

export interface ContentModel {
  /** Matches the names of all children in a row, each with a semicolon behind it. */
  readonly content: RegExp;
  /** Of all elements that may stand in it. */
  readonly names: ReadonlySet<string>;
  /** As the table has it, for people. */
  readonly text: string;
  /** Undefined where attributes are not listed. */
  readonly attributes: readonly string[] | undefined;
  readonly required: readonly string[];
  /** Children that are modelled otherwise than their names say. */
  readonly children: ReadonlyMap<string, string>;
}

/** By the name of an element, or of a model that another one gives its child. */
export const contentModels: ReadonlyMap<string, ContentModel> = readModels();

function readModels(): ReadonlyMap<string, ContentModel> {
  const lines = (table: string): readonly string[] => table.trim().split('\n');
  const sides = (line: string): readonly [string, string] => {
    const at = / =(?= |$)/.exec(line)?.index ?? 0;
    return [line.slice(0, at).trim(), line.slice(at + 2).trim()];
  };
  const group = new Map(lines(groups).map((line) => sides(line.replace(/ +=/, ' ='))));
  const expanded = (text: string): string =>
    text.replace(/\$(\w+)/g, (_, name: string) => `(${expanded(group.get(name) ?? '')})`);
  return new Map(
    lines(models).map((line) => {
      const [head, text] = sides(line);
      const [name = '', ...attributes] = head.split(' ');
      const names = attributes.map((attribute) => attribute.replace(/^@|!$/g, ''));
      const whole = expanded(text);
      return [
        name,
        {
          content: asPattern(whole),
          names: new Set(whole.match(/\b[a-z]\w*:\w+/gi)),
          text: text.replace(/=[\w:-]+/g, ''),
          attributes: names.length > 0 ? names : undefined,
          required: attributes.filter((attribute) => attribute.endsWith('!')).map((one) => one.slice(1, -1)),
          children: new Map(
            [...whole.matchAll(/(?<![\w:])([\w:]+)=([\w:-]+)/g)].map(([, child = '', model = '']) => [
              child,
              model,
            ]),
          ),
        },
      ];
    }),
  );
}

/** Each name with a semicolon behind it; spaces are only for the eye. */
function asPattern(text: string): RegExp {
  const source = text
    .replace(/(?<![\w:])([\w:]+)=[\w:-]+/g, '$1')
    .replaceAll('(', '(?:')
    .replace(/\b[a-z]\w*:\w+/gi, '(?:$&;)')
    .replaceAll(' ', '');
  return new RegExp(`^(?:${source})$`);
}

/**
 * The rule: whoever is handed four words at a counter of the city, staff or applicant, may not take one of them for a remark
 * on a person, or on why somebody comes here. So no word names or brings to mind a people, a religion, a party, a body or
 * how it looks, an illness or disability, death, sex or gender, violence or weapons, police, courts or immigration, drugs,
 * drink or gambling; and none is an insult, or speaks of dirt or poverty. In doubt a word goes: each costs less than a
 * thousandth of a bit. All 7,776 words of the list were read for this; its test says when there is another list to read.
 */
const UNSAID_OF = {
  peoplesAndOrigin: `
    accent alienable alienate aliens amigo apache caucasian celtic citizen colonial colonist colonize colony
    country creole darkish dreadlock ebony eskimo french gentile mandarin mongrel monsieur national native
    outsider pedigree polish powwow pueblo pureblood purebred race racism roman savage senorita siamese
    siberian skinhead spookily spooky stranger supremacy tartar tribesman turkey uncolored yiddish
  `,
  religion: `
    afterlife agnostic almighty angelic anointer apostle ascension astrology atonable blaspheme blasphemy
    bless brethren buddhism buddhist canon cardinal cathedral celibacy celibate chalice chaplain cherub
    clergyman convent covenant crescent cross crusader deacon deity desecrate devoutly diabolic diocese
    divinely divinity doctrine easter epiphany evil exodus exorcism exorcist fasting freemason guru
    headdress headscarf hermit hexagram islamic islamist karma kosher lent mantra monastery monkhood
    nativity occultist ominous pagan parish pastor pentagram pope prayer praying preacher preaching preachy
    profane profanity purgatory puritan rebirth reborn repent resurrect reverend sabbath sacrament sacred
    sacrifice saint salvation sanctity santa savior sermon shrine sinless sinner spiritism spirits spiritual
    talisman tarot theology trinity turban unblessed ungodly unholy unsaved unveiled unveiling worshiper
    zealous zen zodiac
  `,
  politics: `
    activism activist caucus comrade congress democracy democrat dictator fascism impeach marxism pacifism
    pacifist patriot president regime senate senator trump voter voting
  `,
  bodyAgeAndLooks: `
    abdomen abdominal abnormal abreast aged ageless aging amniotic anatomist anatomy ankle aorta appendage
    appendix armless ashy backboned backside bladder blemish bloated bloating blubber bodacious body boned
    boneless bonelike boney bony brunette bucktooth bulge bulginess bunion bust cardiac cheek chest childish
    childless childlike chubby clavicle cleft cornea coronary cranial cranium curvy dander dandruff dental
    dentist denture deodorant deodorize diaper diaphragm dimple disfigure dwarf earache eardrum earlobe
    elbow eldercare elderly eldest epidermal epidermis esophagus faceless facelift facial feeble femur fetal
    flaccid flatfoot fleshed fleshy follicle footsore frail freckled freckles gangly geriatric giant
    glandular gorgeous granny groin gutless guts hangnail headless heaviness heftiness hefty hulk humpback
    humped hunchback huskiness jawed jawless jawline jaws jugular kisser knee lankiness lanky lard legged
    ligament limb limping limpness lip lisp liver lumpish lung maimed malformed mammary mammogram marrow
    molar moustache mouth munchkin muscular nape nappy old ovary overbite overeater overfed overfeed
    overfull oversized palpitate pancreas pelvis petite portly preteen pretty pulmonary pulse rectal retinal
    ribcage runt sagging saggy scabbed scabby scrawny septum shorty skeletal skeleton skincare skinless
    skinning skinny skintight slimness spinal spleen sternum stout stubble stubbly sweat tall tanned tanning
    thigh thinness throat thumb tibia triceps tubby tummy umbilical unable unhearing unseeing unsightly
    urologist urology ventricle vertebrae womb wrinkle wrinkly wrist zit
  `,
  illnessAndDisability: `
    abrasion achiness aching afflicted agonize agonizing agony aids ambulance anemia anemic aneurism
    anguished antacid antibody antidote antitoxic antiviral antivirus aspirate aspirin atrophy autism
    autistic backache bacteria bacterium bronchial cataract catatonic cauterize cavity cesarean chemo clinic
    coagulant coma conjoined cough cramp crazed crazily craziness crazy curable cure deafening deafness
    decay delirious delirium delusion depress deranged detoxify diabetes diabetic diagnoses diagnosis
    disabled disinfect disorder distress dizziness dizzy dosage dose dyslexia dyslexic embolism endocrine
    epidemic epidural epilepsy epileptic estrogen excretion excretory fester fever fracture frantic frenzied
    frenzy frostbite gallstone gangrene germicide germless germproof glaucoma gout groggily groggy headache
    hurt ibuprofen immobile immunity immunize impaired implant jaundice jitters jittery kooky laxative
    lethargic lethargy lunacy mumps mutate mutation mute nebulizer nervous nervy neurology neuron neurosis
    neurotic numbing numbly numbness nursing nutcase nuttiness nutty obsessed obsession obsessive ointment
    outbreak pacemaker pandemic panic paralyses paralysis paralyze paramedic pediatric phobia postnasal pox
    prescribe prognosis prozac psychic purge purging pyromania rabid rash raving reflux rehab relapse
    relapsing remedial remission ritalin rupture scurvy sedate sedation sedative septic sneeze sneezing
    sprain stammer sterile sterility sterilize strep stress stupor sufferer suffering surgery surgical
    symptom syndrome trembling tremor triage twitch unbalance uncured unhealthy unhinge uninsured unstable
    unsterile untreated unwell upchuck valium vascular viral virus wound
  `,
  death: `
    ashen ashes carnage casket casualty catacomb coroner deceased demise entomb exhume extinct graveness
    graves graveyard grief grieving grievous headstone morbidity morbidly mortality mortally mortician
    mortified mortify mortuary mourner mournful mummified mummify mummy obituary perish reburial tragedy
    undead undying widow zombie
  `,
  sexAndGender: `
    affair arousal bloomers bootie breeder breeding bride camisole caress catcall cathouse chaste chastity
    corset dating defile defiling divorcee douche dowry engorge explicit feminine feminism feminist feminize
    flirt fondling frigidity frigidly gender gestate gestation gigolo girdle gonad grope hardcore hunk
    impotence impotency impotent jockstrap kissable kissing knickers ladylike licking lubricant lubricate
    lustfully lustily lustiness lusty manhood manlike manliness manly mannish masculine massager maternity
    mating matriarch matron moaner moaning monogamy mooned naturist negligee neuter ogle pantyhose paternity
    patriarch pawing petticoat playmate pregnancy pregnant prenatal procreate prude prudishly ravishing
    reproduce sauciness saucy seduce seducing sensually sensuous showgirl skimpily spinster squirt sultry
    swinger thong throbbing trimester unclad unclothed underage underwear underwire undress unisexual
    unrobed unwed unwomanly vixen womanhood womankind womanless womanlike womanly
  `,
  violenceAndWeapons: `
    ambush amuck anger angrily angriness animosity armed arming armored armory army arson atrocious avenge
    avenging backstab barbed barrack barricade bash battalion battered battering battle bazooka blast blitz
    brigade browbeat bruising brute brutishly buckshot bullfight bullwhip bully cannon catapult catfight
    cavalry chokehold choking clash cleaver clobber clubbed clubbing conflict corporal cruelly cruelness
    cruelty crushable crushed crusher crushing dagger danger deface defacing destruct detonate detonator
    disarm drown duress dynamite embattled endanger enrage enslave ensnare entrap eradicate explode exploit
    flogging foe frighten frightful gag gallows gauntlet gladiator gore gory handgun harmful harsh hatchet
    headlock headsman hemlock impale implode implosion implosive jab jackknife kick lance landmine lash mace
    mangle manhandle marauding musket mutilated mutilator mutiny nuclear onslaught oppressed oppressor
    overkill overthrow pelt penknife persecute plunder poison postwar predator prewar pulverize pummel punch
    punisher rage raging raider ransack ravage rebel retaliate revenge revolt revolver rifling riot sabotage
    scalded scalding scalping scared scarily scariness scarring scary shank shove shrapnel silenced silencer
    skirmish slain slam slapping slashed slashing slingshot smasher smashing smashup smite smother spearhead
    spearman stomp stoning strangle strife strike striking struck suffocate taunt thrash threaten throttle
    unarmored unharmed uninjured unrest unscathed unshackle unwarlike uprising vanquish vendetta vengeful
    venomous violate violation violator wreckage wrecker wrecking zap
  `,
  policeCourtsAndImmigration: `
    absolve affidavit alias alibi amnesty apprehend arrest banish bribe cage cahoots captive captivity
    capture caravan cartel cheating citation coerce confess confined confining constable crook culpable
    culprit curfew custody customs defection defendant deferral deferred defraud deniable denial deny deport
    deputize deputy detective detention disloyal embassy embezzle enforced enforcer espionage evacuate
    evacuee evade evasion evasive evict evidence exile exonerate expel expulsion extortion extradite falsify
    fled frisk handcuff henchman ice illicitly impound imprison jailbird jailbreak jailer jailhouse
    jaywalker judge judgingly judicial judiciary jurist juror jury justice juvenile litigate litigator
    manhunt mobster overstay pardon parole passport patrol penalize penalty perjurer perjury poach police
    polygraph precinct prison probation prowler prowling refusal refuse refusing removal renegade residence
    residency resident retrial revocable revoke robbing rogue sanction sanctuary scam seizing shoplift siren
    smuggler smuggling snitch spied squad squatted squatter squatting stash stole stowaway suing suspect
    suspend theft thieving thievish tipoff traitor trapped treachery treason trespass trial tribunal
    uncorrupt uniformed unlawful uproot verdict vice villain visa wrongdoer wronged wrongful
  `,
  drugsDrinkAndGambling: `
    absinthe amaretto barmaid barman barstool bartender bootleg boozy brewery brewing cannabis casino coke
    dealer drank drinking freebase gambling guzzler hangover hash junkie keg liqueur margarita moonshine
    morphine nicotine opium poker pusher roulette saloon schnapps scotch sherry smoking snort snuff
    stimulant tavern tripping vaporizer wager
  `,
  insultsDirtAndPoverty: `
    aloof annoying arrogance arrogant ashamed babble babbling baboon badass badland badly badness blabber
    blame blaming blunderer boaster boastful boasting bogus bonehead boogeyman boogieman boondocks brownnose
    buffoon busybody cattishly catty cesspool chimp chump clammy clumsily clumsy commode contempt corny
    cringe cringing crudely crudeness crummiest crummy curse cussed dastardly dawdler debtor deceit deceiver
    deceiving deception deceptive defective degraded degrading dejected delouse demeaning deplored depraved
    depravity despair despise destitute detest deviancy deviant deviate deviation deviator devious dingbat
    dinginess dingy dirtiness disdain disgrace disown ditzy dodgy dork drab dreaded dreadful drool dropout
    drudge dubiously duh duller dullness dumping dumpster dupe duplicity dweeb eccentric egomaniac egotism
    egotistic estranged expletive failing famine famished fanatic filth flakily flaky fool freeload garbage
    gawk geek gibberish glutton goofball goofiness goofy goon gossip greasily greedily greedy grime
    griminess grimy grinch gruffly grumble grumbling grumbly grumpily grunge grunt gullible haggler hardhead
    hardship hate hatred helpless humiliate humorless hunger hungrily hungry hypocrisy hypocrite icky idiocy
    idly imbecile immature immodest immorally impatient impish impolite improper imprudent impure impurity
    irate irritable irritably irritate jeeringly junkman junkyard latrine lazily laziness lazy ludicrous
    luridness lurk lying maggot mangy mocker moneyless monstrous moocher moodiness moody muck mumble
    mumbling mutt nag nastily nastiness neglector negligent nerd oaf obnoxious obstinate obtuse oink ooze
    oozy outcast outhouse paltry panhandle parasite parasitic pauper pesky pester pettiness petty phoniness
    phony poser pretender primate prissy pungent punk pushiness pushover pushy quack ragged rancidity
    ranting rants rascal reckless recluse repossess repugnant repulsion repulsive riddance rotten rotting
    sarcasm sarcastic scapegoat scavenger scoff scolding scorn scoundrel scrooge scrounger scruffy shabby
    shack shadily shady shame shanty shiftless shifty silliness silly sinister slacker slander slimy
    slobbery sloppily sloppy slouching slouchy sludge slug slum sly smell smirk smugly smugness snarl sneak
    sneer snide snooper snub spew spoiled squealer stank starved starving stench stingily stingy stinking
    stinky stooge strangely stubborn subpar sulk sullen tackiness tacky tactless tantrum tattle tattling
    tightwad trash travesty trickery trickster trolling trustless twerp uncaring uncivil uncombed uncouth
    underdog underfed underfeed underhand underling underpaid undesired unfeeling unfitted unfitting
    uninvited unkempt unkind unlearned unlikable unlovable unloved unlovely unloving unmoral unnatural
    unneeded unpopular unruly unsavory unseemly unshaved unshaven unskilled unsocial unstylish untidy
    untruth unwanted unwashed unwelcome unworthy uptight uselessly vagabond vagrancy vagrantly varmint
    wackiness wannabe whacky whiny wimp
  `,
};

/** Words of the list that no kiosk suggests. */
export const unsaidWords: ReadonlySet<string> = new Set(
  Object.values(UNSAID_OF).flatMap((words) => words.trim().split(/\s+/)),
);

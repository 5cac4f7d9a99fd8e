// Given names that are often met: where a heading could be a person or a thing, one of them says which.

const givenNames: ReadonlySet<string> = new Set(
  (
    'aaron abby abdul abigail abraham ada adam adele adrian adriana aditya agnes ahmad ahmed aisha ajay akira alan albert alberto alejandra alejandro aleksandr aleksandra alessandra alessandro alex alexander alexandra alexandre alexei alexey alexis ' +
    'alfred ali alice alicia alina alison allen allison alvaro amanda amelia amir amit amy ana anand anastasia anders andre andrea andreas andrei andrej andrew andrey andrzej andy angela angelo angus anil anita anja anjali ann anna anne annette annie ' +
    'anthony antoine anton antonia antonio antony anya ariel arjun armin arnaud arne arnold arthur arun arvind asha ashley astrid audrey august aurelie axel aya ayesha barbara barry bart bartosz beatrice becky ben benjamin benoit bernard bernd ' +
    'bert beth betty bettina bianca bill birgit bjarne bjorn björn bob bogdan boris brad brandon brenda brendan brett brian bridget brigitte bruce bruno bryan caleb camila camille carl carla carlo carlos carmen carol caroline carsten ' +
    'catherine cathy cecilia celine chad charles charlie chen chiara chloe chris christa christian christiane christina christine christoph christophe christopher chuck cindy claire clara claude claudia claudio clemens colin connor ' +
    'corinna cornelia craig cristian cristina curtis cynthia dagmar damian damien dan dana daniel daniela danielle danny dario darren dave david dean deborah debra deepak denis denise dennis derek diana diane diego dieter dietmar dimitri dinesh dirk ' +
    'dmitri dmitry dominic dominik dominique don donald donna dora doris dorothy doug douglas duncan dylan ed eddie edgar edith edoardo eduardo edward edwin eileen elaine eleanor elena eleni eli elias elisa elisabeth elizabeth ella ellen elliot ' +
    'elsa emil emilia emilie emily emma emmanuel eric erica erich erik erika ernest ernst esther ethan eugene eva evan evelyn fabian fabio fabrice fatima federico felipe felix ferdinand fernando filip fiona florian frances francesca francesco francis francisco ' +
    'franco francois frank franz françois fred frederic frederick frederik freya frida friedrich fritz gabriel gabriela gabriele gail gareth gary gavin geert gemma geoff geoffrey george gerald gerard gerd gerhard giacomo giorgio giovanni gisela giulia ' +
    'giuseppe glenn gordon graham greg gregor gregory greta guido guillaume guillermo günter gunnar gustav guy hanna hannah hannes hans harald harold harry hassan heather hector heidi heiko heiner heinrich heinz helen helena helene helga helmut hendrik henri ' +
    'henrik henry herbert hermann hilary hiroshi holger howard hubert hugh hugo ian ibrahim ida ignacio igor ilse ines inga inge ingo ingrid irene irina isaac isabel isabella isabelle ivan jack jackie jacob jacqueline jacques jakob jakub james jamie ' +
    'jan jana jane janet janina jared jasmin jason javier jean jeff jeffrey jennifer jenny jens jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joana joanna joao joaquin jochen joe joel joerg johan johann johanna johannes john johnny jon jonas jonathan ' +
    'jorge jose josef joseph josh joshua josé joyce joão juan juergen juha julia julian juliana julie julien juliette julio jun jutta jörg jürgen kai kaitlyn karen karim karin karl karsten kate katharina katherine kathleen kathrin kathy katie katja katrin kay ' +
    'keith kelly ken kenneth kenta kerstin kevin khalid kim kirsten klaus konrad konstantin kristen kristin kristina kumar kurt kyle lara larry lars laura lauren laurent lawrence lea leah lee lena leo leon leonard leonardo leonie leslie liam lidia lina linda ' +
    'lisa lior liz lorenzo louis louise luca lucas lucia lucie lucy ludwig luigi luis luisa lukas luke lydia lynn maciej magdalena manfred manuel manuela mara marc marcel marcela marcelo marcin marco marcos marcus margaret margarita maria mariam marian mariana marie mario marion ' +
    'marius mark marko markus marta martha martin martina mary mateo mathias mathieu mats matt matteo matthew matthias matthieu maurice mauro max maximilian maya meera megan mehmet mei melanie melissa mia michael michaela michal michel michele michelle miguel mihai mika ' +
    'mike mikhail milan min mina mira miriam mitchell mohamed mohammad mohammed moira molly monica monika moritz muhammad mustafa nadia nadine nancy naomi natalia natalie natasha nathan neha neil nele niall nicholas nick nico nicola nicolas nicole nigel nikita nikola nikolai ' +
    'nikolaus nils nina nora norbert norman olaf oleg olga oliver olivia olivier omar oscar oskar otto owen pablo pamela paolo pascal patricia patrick patrik paul paula paulo pavel pawel pedro peggy per pete peter petra petr phil philip philipp philippe phillip pia ' +
    'pierre piotr priya quentin rachel radu rafael rafał rahul rainer raj rajesh ralf ralph ramon randall randy raphael raquel raul ravi ray raymond rebecca regina reinhard renate rene renée ricardo richard rick rita rob robert roberta roberto robin rodrigo roger roland ' +
    'rolf roman romain ron ronald ronja rosa rosalind rosemary ross roy rudolf rupert russell ruth ryan sabine sabrina said sally sam samantha samir samuel sandra sanjay santiago sara sarah sascha saskia satoshi scott sean sebastian sergei sergey sergio seth shane ' +
    'shannon sharon shawn sheila shirley shreya sigrid silke silvia simon simona simone sofia sonia sonja sophia sophie stan stanislav stefan stefania stefanie stefano steffen stella stephan stephane stephanie stephen steve steven stuart sue sunil suresh susan susana susanne suzanne sven svetlana sylvia ' +
    'sylvie takashi takeshi tamara tania tanja tanya tara tatiana ted teresa terry theo theodor theresa thierry thomas thorsten tiago tim timo timothy tina tobias todd tom tomas tomasz tommaso tommy toni tony torsten tracy travis trevor troy tyler udo ulf ulla ulrich ulrike ursula ' +
    'uwe valentin valentina valerie vanessa vera verena veronica vicky victor vijay vikram viktor vincent vincenzo vinod viola vivian vladimir volker walter wang wanda wayne wei wendy werner wilhelm willem william winfried wolfgang xavier xiao yan yana yann yannick yasmin yuki yuri yusuf yves yvonne zoe ' +
    'александр алексей анна анастасия андрей антон борис вадим валерий василий вера виктор виктория владимир галина григорий дарья денис дмитрий евгений екатерина елена иван игорь илья ирина кирилл константин ксения лев максим мария марина михаил наталья николай олег ольга павел пётр роман светлана сергей татьяна юлия юрий'
  ).split(' '),
);

/** Whether the first word of a name, an initial or a title before it aside, is a given name. */
export function beginsWithGivenName(name: string): boolean {
  const [first = ''] = name
    .trim()
    .replace(/^(?:(?:prof|dr|mr|mrs|ms)\.? )+/i, '')
    .toLowerCase()
    .split(/[\s-]/);
  return givenNames.has(first);
}

//! One firm, every answer known.

/// One answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Value {
    Truth(bool),
    Number(u64),
    Choice(&'static str),
}

/// The answers that some reading of the contract names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Firm {
    pub(super) industry: &'static str,
    pub(super) legal_form: &'static str,
    pub(super) employees: u64,
    pub(super) capital: u64,
    pub(super) wage_raise: bool,
    pub(super) rehabilitation: bool,
    pub(super) deemed_large: bool,
    pub(super) owned_by_large: bool,
    pub(super) income_over_limit: bool,
    pub(super) excluded_form: bool,
    // 持続化補助金
    pub(super) deficit: bool,
    pub(super) invoice_new: bool,
    pub(super) invoice_used_before: bool,
    pub(super) startup_support: bool,
    pub(super) graduation: bool,
    pub(super) atotsugi_finalist: bool,
    pub(super) new_hire_insured: bool,
    // ものづくり補助金、省力化投資補助金
    pub(super) large_wage_raise: bool,
    pub(super) minimum_wage_special: bool,
    pub(super) covid_recovery: bool,
    // 事業再構築補助金
    pub(super) company_size: &'static str,
    pub(super) short_term_wage_raise: bool,
    pub(super) covid_refinanced: bool,
    pub(super) shrinking_market: bool,
    // IT導入補助金
    pub(super) processes: u64,
    pub(super) functions: u64,
    pub(super) members: u64,
    pub(super) wage_plan: bool,
    pub(super) ipa_service: bool,
    // 事業承継・引継ぎ補助金、経営改善計画
    pub(super) margin_decline: bool,
    pub(super) operating_loss: bool,
    pub(super) deal_closed: bool,
    pub(super) guarantee_release: bool,
    // 新連携、平成26年の事業
    pub(super) plan_certified: bool,
    pub(super) year: &'static str,
    pub(super) year1_decision: u64,
    pub(super) consortium_members: u64,
    pub(super) exhibitors: u64,
    // 事業承継・M&A補助金、業務改善助成金
    pub(super) due_diligence_cost: u64,
    pub(super) course: &'static str,
    pub(super) site_minimum_wage: u64,
    pub(super) site_employees: u64,
    pub(super) raised_workers: u64,
    pub(super) margin_drop: bool,
}

impl Firm {
    /// A firm of which nothing is known: every number 0, every yes-or-no fact false.
    pub(crate) const UNKNOWN: Self = Self {
        industry: "manufacturing",
        legal_form: "company",
        employees: 0,
        capital: 0,
        wage_raise: false,
        rehabilitation: false,
        deemed_large: false,
        owned_by_large: false,
        income_over_limit: false,
        excluded_form: false,
        deficit: false,
        invoice_new: false,
        invoice_used_before: false,
        startup_support: false,
        graduation: false,
        atotsugi_finalist: false,
        new_hire_insured: false,
        large_wage_raise: false,
        minimum_wage_special: false,
        covid_recovery: false,
        company_size: "sme",
        short_term_wage_raise: false,
        covid_refinanced: false,
        shrinking_market: false,
        processes: 0,
        functions: 0,
        members: 0,
        wage_plan: false,
        ipa_service: false,
        margin_decline: false,
        operating_loss: false,
        deal_closed: false,
        guarantee_release: false,
        plan_certified: false,
        year: "1",
        year1_decision: 0,
        consortium_members: 0,
        exhibitors: 0,
        due_diligence_cost: 0,
        course: "50",
        site_minimum_wage: 0,
        site_employees: 0,
        raised_workers: 0,
        margin_drop: false,
    };

    /// Notes an answer; one that no reading names is passed over.
    pub(crate) fn set(&mut self, fact: &str, value: Value) {
        match value {
            Value::Truth(answer) => {
                if let Some(truth) = self.truth(fact) {
                    *truth = answer;
                }
            }
            Value::Number(answer) => {
                if let Some(number) = self.number(fact) {
                    *number = answer;
                }
            }
            Value::Choice(answer) => {
                if let Some(choice) = self.choice(fact) {
                    *choice = answer;
                }
            }
        }
    }

    /// "Fewer than 10 `consortium_members` is a warning (概ね10者), not a failure."
    pub(crate) fn has_few_consortium_members(&self) -> bool {
        self.consortium_members < 10
    }

    fn truth(&mut self, fact: &str) -> Option<&mut bool> {
        Some(match fact {
            "wage_raise" => &mut self.wage_raise,
            "rehabilitation" => &mut self.rehabilitation,
            "deemed_large" => &mut self.deemed_large,
            "owned_by_large" => &mut self.owned_by_large,
            "income_over_limit" => &mut self.income_over_limit,
            "excluded_form" => &mut self.excluded_form,
            "deficit" => &mut self.deficit,
            "invoice_new" => &mut self.invoice_new,
            "invoice_used_before" => &mut self.invoice_used_before,
            "startup_support" => &mut self.startup_support,
            "graduation" => &mut self.graduation,
            "atotsugi_finalist" => &mut self.atotsugi_finalist,
            "new_hire_insured" => &mut self.new_hire_insured,
            "large_wage_raise" => &mut self.large_wage_raise,
            "minimum_wage_special" => &mut self.minimum_wage_special,
            "covid_recovery" => &mut self.covid_recovery,
            "short_term_wage_raise" => &mut self.short_term_wage_raise,
            "covid_refinanced" => &mut self.covid_refinanced,
            "shrinking_market" => &mut self.shrinking_market,
            "wage_plan" => &mut self.wage_plan,
            "ipa_service" => &mut self.ipa_service,
            "margin_decline" => &mut self.margin_decline,
            "operating_loss" => &mut self.operating_loss,
            "deal_closed" => &mut self.deal_closed,
            "guarantee_release" => &mut self.guarantee_release,
            "plan_certified" => &mut self.plan_certified,
            "margin_drop" => &mut self.margin_drop,
            _ => return None,
        })
    }

    fn number(&mut self, fact: &str) -> Option<&mut u64> {
        Some(match fact {
            "employees" => &mut self.employees,
            "capital" => &mut self.capital,
            "processes" => &mut self.processes,
            "functions" => &mut self.functions,
            "members" => &mut self.members,
            "year1_decision" => &mut self.year1_decision,
            "consortium_members" => &mut self.consortium_members,
            "exhibitors" => &mut self.exhibitors,
            "due_diligence_cost" => &mut self.due_diligence_cost,
            "site_minimum_wage" => &mut self.site_minimum_wage,
            "site_employees" => &mut self.site_employees,
            "raised_workers" => &mut self.raised_workers,
            _ => return None,
        })
    }

    fn choice(&mut self, fact: &str) -> Option<&mut &'static str> {
        Some(match fact {
            "industry" => &mut self.industry,
            "legal_form" => &mut self.legal_form,
            "company_size" => &mut self.company_size,
            "year" => &mut self.year,
            "course" => &mut self.course,
            _ => return None,
        })
    }
}
